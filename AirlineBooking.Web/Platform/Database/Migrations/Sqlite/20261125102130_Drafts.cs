using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AirlineBooking.Web.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Drafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "booking_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key_digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    offer_id = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    typed = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: false),
                    seats = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    booked_version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_drafts", x => x.id);
                    table.ForeignKey(
                        name: "FK_booking_drafts_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_drafts_booking_id",
                table: "booking_drafts",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_booking_drafts_expires_at",
                table: "booking_drafts",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_booking_drafts_key_digest",
                table: "booking_drafts",
                column: "key_digest",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_drafts");
        }
    }
}
