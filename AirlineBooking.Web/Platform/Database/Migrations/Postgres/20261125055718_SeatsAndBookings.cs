using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AirlineBooking.Web.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SeatsAndBookings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    what = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    detail = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "flight_cabins",
                columns: table => new
                {
                    flight_id = table.Column<long>(type: "bigint", nullable: false),
                    cabin = table.Column<int>(type: "integer", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    authorised = table.Column<int>(type: "integer", nullable: false),
                    unseated = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flight_cabins", x => new { x.flight_id, x.cabin });
                    table.CheckConstraint("ck_flight_cabins_authorised", "taken <= authorised");
                    table.CheckConstraint("ck_flight_cabins_counts", "capacity >= 0 AND authorised >= 0 AND unseated >= 0 AND taken >= 0");
                    table.ForeignKey(
                        name: "FK_flight_cabins_flights_flight_id",
                        column: x => x.flight_id,
                        principalTable: "flights",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    dedup_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    lease_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "run_once_entries",
                columns: table => new
                {
                    client = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    request_digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_once_entries", x => new { x.client, x.key });
                });

            migrationBuilder.CreateTable(
                name: "seat_changes",
                columns: table => new
                {
                    flight_id = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seats = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seat_changes", x => new { x.flight_id, x.version });
                    table.ForeignKey(
                        name: "FK_seat_changes_flights_flight_id",
                        column: x => x.flight_id,
                        principalTable: "flights",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "seat_claims",
                columns: table => new
                {
                    flight_id = table.Column<long>(type: "bigint", nullable: false),
                    seat = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    cabin = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    holder = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    hold_id = table.Column<Guid>(type: "uuid", nullable: true),
                    held_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: true),
                    passenger_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seat_claims", x => new { x.flight_id, x.seat });
                    table.CheckConstraint("ck_seat_claims_held", "state <> 0 OR (held_until IS NOT NULL AND hold_id IS NOT NULL AND holder IS NOT NULL)");
                    table.CheckConstraint("ck_seat_claims_lasting", "state = 0 OR held_until IS NULL");
                    table.CheckConstraint("ck_seat_claims_paying", "state <> 1 OR booking_id IS NOT NULL");
                    table.CheckConstraint("ck_seat_claims_sold", "state <> 2 OR (booking_id IS NOT NULL AND passenger_id IS NOT NULL)");
                    table.CheckConstraint("ck_seat_claims_state", "state >= 0 AND state <= 3");
                    table.ForeignKey(
                        name: "FK_seat_claims_flights_flight_id",
                        column: x => x.flight_id,
                        principalTable: "flights",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seat_holds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    flight_id = table.Column<long>(type: "bigint", nullable: false),
                    holder = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    address = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    offer_id = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: true),
                    prices = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    extensions = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seat_holds", x => x.id);
                    table.CheckConstraint("ck_seat_holds_extensions", "extensions >= 0 AND extensions <= 10");
                    table.ForeignKey(
                        name: "FK_seat_holds_flights_flight_id",
                        column: x => x.flight_id,
                        principalTable: "flights",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_subject_id",
                table: "audit_entries",
                columns: new[] { "subject", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_dedup_key",
                table: "outbox_messages",
                column: "dedup_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_due_at",
                table: "outbox_messages",
                column: "due_at",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_run_once_entries_created_at",
                table: "run_once_entries",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_run_once_entries_subject",
                table: "run_once_entries",
                column: "subject",
                filter: "subject IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_seat_changes_changed_at",
                table: "seat_changes",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "IX_seat_claims_booking_id",
                table: "seat_claims",
                column: "booking_id",
                filter: "booking_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_seat_claims_held_until",
                table: "seat_claims",
                column: "held_until",
                filter: "held_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_seat_claims_hold_id",
                table: "seat_claims",
                column: "hold_id",
                filter: "hold_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_seat_claims_holder",
                table: "seat_claims",
                column: "holder",
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "IX_seat_holds_address",
                table: "seat_holds",
                column: "address",
                filter: "address IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_seat_holds_expires_at",
                table: "seat_holds",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_seat_holds_flight_id",
                table: "seat_holds",
                column: "flight_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "flight_cabins");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "run_once_entries");

            migrationBuilder.DropTable(
                name: "seat_changes");

            migrationBuilder.DropTable(
                name: "seat_claims");

            migrationBuilder.DropTable(
                name: "seat_holds");
        }
    }
}
