using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AirlineBooking.Web.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "aircraft_types",
                columns: table => new
                {
                    icao = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    iata = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    typical_seats = table.Column<int>(type: "INTEGER", nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    fuel_kilograms_per_kilometre = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aircraft_types", x => x.icao);
                });

            migrationBuilder.CreateTable(
                name: "airlines",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    icao = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    ticketing_prefix = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_airlines", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fare_version",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fare_version", x => x.id);
                    table.CheckConstraint("ck_fare_version_one_row", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "fares",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    destination = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    cabin = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fares", x => x.id);
                    table.CheckConstraint("ck_fares_amount", "amount >= 0");
                    table.CheckConstraint("ck_fares_dates", "valid_to IS NULL OR valid_to >= valid_from");
                    table.CheckConstraint("ck_fares_market", "origin < destination");
                });

            migrationBuilder.CreateTable(
                name: "flight_loads",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    source = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    activated_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flight_loads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "metropolitan_areas",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_metropolitan_areas", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "offer_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    secret = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    signs_from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_offer_keys", x => x.id);
                    table.CheckConstraint("ck_offer_keys_id", "id >= 1");
                });

            migrationBuilder.CreateTable(
                name: "reference_digest",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    loaded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reference_digest", x => x.id);
                    table.CheckConstraint("ck_reference_digest_one_row", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "schedule_version",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schedule_version", x => x.id);
                    table.CheckConstraint("ck_schedule_version_one_row", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "flight_schedules",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    suffix = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    every_weeks = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    made_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    load_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flight_schedules", x => x.id);
                    table.CheckConstraint("ck_flight_schedules_days", "days >= 1 AND days <= 127");
                    table.CheckConstraint("ck_flight_schedules_number", "number >= 1 AND number <= 9999");
                    table.ForeignKey(
                        name: "FK_flight_schedules_airlines_carrier",
                        column: x => x.carrier,
                        principalTable: "airlines",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_flight_schedules_flight_loads_load_id",
                        column: x => x.load_id,
                        principalTable: "flight_loads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staged_flight_changes",
                columns: table => new
                {
                    load_id = table.Column<long>(type: "INTEGER", nullable: false),
                    flight_id = table.Column<long>(type: "INTEGER", nullable: false),
                    removes = table.Column<bool>(type: "INTEGER", nullable: false),
                    touches_passengers = table.Column<bool>(type: "INTEGER", nullable: false),
                    operating_carrier = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    leg_sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    service_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    joins_next_leg = table.Column<bool>(type: "INTEGER", nullable: false),
                    departs_local = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    arrives_local = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    arrival_day_offset = table.Column<int>(type: "INTEGER", nullable: false),
                    departs_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    arrives_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    aircraft = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    registration = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    departure_terminal = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    arrival_terminal = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    schedule_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staged_flight_changes", x => new { x.load_id, x.flight_id });
                    table.ForeignKey(
                        name: "FK_staged_flight_changes_flight_loads_load_id",
                        column: x => x.load_id,
                        principalTable: "flight_loads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "airports",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    icao = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    city = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    metropolitan_area = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: false),
                    longitude = table.Column<double>(type: "REAL", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_airports", x => x.code);
                    table.CheckConstraint("ck_airports_latitude", "latitude >= -90 AND latitude <= 90");
                    table.CheckConstraint("ck_airports_longitude", "longitude >= -180 AND longitude <= 180");
                    table.ForeignKey(
                        name: "FK_airports_metropolitan_areas_metropolitan_area",
                        column: x => x.metropolitan_area,
                        principalTable: "metropolitan_areas",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "connection_times",
                columns: table => new
                {
                    airport = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_connection_times", x => new { x.airport, x.kind });
                    table.CheckConstraint("ck_connection_times_minutes", "minutes >= 0 AND minutes <= 1440");
                    table.ForeignKey(
                        name: "FK_connection_times_airports_airport",
                        column: x => x.airport,
                        principalTable: "airports",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "flights",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    operating_carrier = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    suffix = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    leg_sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    service_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    joins_next_leg = table.Column<bool>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    destination = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    occurrence = table.Column<int>(type: "INTEGER", nullable: false),
                    departs_local = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    arrives_local = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    arrival_day_offset = table.Column<int>(type: "INTEGER", nullable: false),
                    departs_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    arrives_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    aircraft = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    registration = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    departure_terminal = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    arrival_terminal = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    gate = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    estimated_departs_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    estimated_arrives_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    schedule_id = table.Column<long>(type: "INTEGER", nullable: true),
                    load_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flights", x => x.id);
                    table.CheckConstraint("ck_flights_number", "number >= 1 AND number <= 9999");
                    table.CheckConstraint("ck_flights_route", "origin <> destination");
                    table.CheckConstraint("ck_flights_seats", "seats >= 0 AND seats <= 1000");
                    table.CheckConstraint("ck_flights_times", "departs_at <= arrives_at");
                    table.ForeignKey(
                        name: "FK_flights_aircraft_types_aircraft",
                        column: x => x.aircraft,
                        principalTable: "aircraft_types",
                        principalColumn: "icao",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_flights_airlines_carrier",
                        column: x => x.carrier,
                        principalTable: "airlines",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_flights_airlines_operating_carrier",
                        column: x => x.operating_carrier,
                        principalTable: "airlines",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_flights_airports_destination",
                        column: x => x.destination,
                        principalTable: "airports",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_flights_airports_origin",
                        column: x => x.origin,
                        principalTable: "airports",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_flights_flight_loads_load_id",
                        column: x => x.load_id,
                        principalTable: "flight_loads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_flights_flight_schedules_schedule_id",
                        column: x => x.schedule_id,
                        principalTable: "flight_schedules",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "schedule_legs",
                columns: table => new
                {
                    schedule_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    operating_carrier = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    destination = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    departs = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    departure_day_offset = table.Column<int>(type: "INTEGER", nullable: false),
                    arrives = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    arrival_day_offset = table.Column<int>(type: "INTEGER", nullable: false),
                    aircraft = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    departure_terminal = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    arrival_terminal = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schedule_legs", x => new { x.schedule_id, x.sequence });
                    table.ForeignKey(
                        name: "FK_schedule_legs_aircraft_types_aircraft",
                        column: x => x.aircraft,
                        principalTable: "aircraft_types",
                        principalColumn: "icao",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_schedule_legs_airports_destination",
                        column: x => x.destination,
                        principalTable: "airports",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_schedule_legs_airports_origin",
                        column: x => x.origin,
                        principalTable: "airports",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_schedule_legs_flight_schedules_schedule_id",
                        column: x => x.schedule_id,
                        principalTable: "flight_schedules",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_airports_metropolitan_area",
                table: "airports",
                column: "metropolitan_area");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_fares_origin_destination_cabin_currency_valid_from",
                table: "fares",
                columns: new[] { "origin", "destination", "cabin", "currency", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_flight_schedules_carrier_number_suffix_from",
                table: "flight_schedules",
                columns: new[] { "carrier", "number", "suffix", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_flight_schedules_load_id",
                table: "flight_schedules",
                column: "load_id");

            migrationBuilder.CreateIndex(
                name: "IX_flights_aircraft",
                table: "flights",
                column: "aircraft");

            migrationBuilder.CreateIndex(
                name: "IX_flights_carrier",
                table: "flights",
                column: "carrier");

            migrationBuilder.CreateIndex(
                name: "IX_flights_date_carrier_number_suffix_origin_destination_occurrence",
                table: "flights",
                columns: new[] { "date", "carrier", "number", "suffix", "origin", "destination", "occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_flights_departs_at",
                table: "flights",
                column: "departs_at");

            migrationBuilder.CreateIndex(
                name: "IX_flights_destination",
                table: "flights",
                column: "destination");

            migrationBuilder.CreateIndex(
                name: "IX_flights_load_id",
                table: "flights",
                column: "load_id");

            migrationBuilder.CreateIndex(
                name: "IX_flights_operating_carrier",
                table: "flights",
                column: "operating_carrier");

            migrationBuilder.CreateIndex(
                name: "IX_flights_origin_date",
                table: "flights",
                columns: new[] { "origin", "date" });

            migrationBuilder.CreateIndex(
                name: "IX_flights_schedule_id",
                table: "flights",
                column: "schedule_id",
                filter: "schedule_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_schedule_legs_aircraft",
                table: "schedule_legs",
                column: "aircraft");

            migrationBuilder.CreateIndex(
                name: "IX_schedule_legs_destination",
                table: "schedule_legs",
                column: "destination");

            migrationBuilder.CreateIndex(
                name: "IX_schedule_legs_origin",
                table: "schedule_legs",
                column: "origin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "connection_times");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "fare_version");

            migrationBuilder.DropTable(
                name: "fares");

            migrationBuilder.DropTable(
                name: "flights");

            migrationBuilder.DropTable(
                name: "offer_keys");

            migrationBuilder.DropTable(
                name: "reference_digest");

            migrationBuilder.DropTable(
                name: "schedule_legs");

            migrationBuilder.DropTable(
                name: "schedule_version");

            migrationBuilder.DropTable(
                name: "staged_flight_changes");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "aircraft_types");

            migrationBuilder.DropTable(
                name: "airports");

            migrationBuilder.DropTable(
                name: "flight_schedules");

            migrationBuilder.DropTable(
                name: "metropolitan_areas");

            migrationBuilder.DropTable(
                name: "airlines");

            migrationBuilder.DropTable(
                name: "flight_loads");
        }
    }
}
