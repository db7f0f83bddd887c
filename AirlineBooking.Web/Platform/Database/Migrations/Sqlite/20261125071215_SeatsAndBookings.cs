using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AirlineBooking.Web.Platform.Database.Migrations.Sqlite
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
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bookings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    locator = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    kept_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    holds_places = table.Column<bool>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    paid = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded = table.Column<long>(type: "INTEGER", nullable: false),
                    refund_due = table.Column<long>(type: "INTEGER", nullable: false),
                    refund_promised_by = table.Column<DateTime>(type: "TEXT", nullable: true),
                    refunded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sold = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bookings", x => x.id);
                    table.CheckConstraint("ck_bookings_money", "total >= 0 AND paid >= 0 AND refunded >= 0 AND refund_due >= 0 AND refunded + refund_due <= paid AND paid <= total");
                    table.CheckConstraint("ck_bookings_status", "status >= 0 AND status <= 4");
                });

            migrationBuilder.CreateTable(
                name: "flight_cabins",
                columns: table => new
                {
                    flight_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cabin = table.Column<int>(type: "INTEGER", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    authorised = table.Column<int>(type: "INTEGER", nullable: false),
                    unseated = table.Column<int>(type: "INTEGER", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    dedup_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "run_once_entries",
                columns: table => new
                {
                    client = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    request_digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_once_entries", x => new { x.client, x.key });
                });

            migrationBuilder.CreateTable(
                name: "sandbox_payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    captured = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded = table.Column<long>(type: "INTEGER", nullable: false),
                    voided = table.Column<bool>(type: "INTEGER", nullable: false),
                    tells_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sandbox_payments", x => x.id);
                    table.CheckConstraint("ck_sandbox_payments_money", "captured >= 0 AND captured <= amount AND refunded >= 0 AND refunded <= captured");
                });

            migrationBuilder.CreateTable(
                name: "sandbox_refunds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    payment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sandbox_refunds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "seat_changes",
                columns: table => new
                {
                    flight_id = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seats = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false)
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
                    flight_id = table.Column<long>(type: "INTEGER", nullable: false),
                    seat = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    cabin = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    holder = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    hold_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    held_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    passenger_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    flight_id = table.Column<long>(type: "INTEGER", nullable: false),
                    holder = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    offer_id = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    prices = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    extensions = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "ticket_serials",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    next = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ticket_serials", x => x.id);
                    table.CheckConstraint("ck_ticket_serials_one_row", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "wrong_lookups",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    locator = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wrong_lookups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "booking_passengers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<int>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    infant_of = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_passengers", x => x.id);
                    table.CheckConstraint("ck_booking_passengers_type", "type >= 0 AND type <= 2");
                    table.ForeignKey(
                        name: "FK_booking_passengers_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "booking_tokens",
                columns: table => new
                {
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_tokens", x => x.digest);
                    table.ForeignKey(
                        name: "FK_booking_tokens_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cancellation_quotes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    booking_version = table.Column<long>(type: "INTEGER", nullable: false),
                    parts = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    refund = table.Column<long>(type: "INTEGER", nullable: false),
                    penalty = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cancellation_quotes", x => x.id);
                    table.CheckConstraint("ck_cancellation_quotes_money", "refund >= 0 AND penalty >= 0");
                    table.ForeignKey(
                        name: "FK_cancellation_quotes_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    reminders = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts", x => x.booking_id);
                    table.ForeignKey(
                        name: "FK_contacts_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    movement = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    account = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entries", x => x.id);
                    table.CheckConstraint("ck_ledger_entries_amount", "amount <> 0");
                    table.ForeignKey(
                        name: "FK_ledger_entries_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    action_url = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments", x => x.id);
                    table.CheckConstraint("ck_payments_amount", "amount > 0");
                    table.CheckConstraint("ck_payments_state", "state >= 0 AND state <= 7");
                    table.ForeignKey(
                        name: "FK_payments_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "boarding_passes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    passenger_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    flight_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_boarding_passes", x => x.id);
                    table.CheckConstraint("ck_boarding_passes_sequence", "sequence >= 1 AND sequence <= 9999");
                    table.ForeignKey(
                        name: "FK_boarding_passes_booking_passengers_passenger_id",
                        column: x => x.passenger_id,
                        principalTable: "booking_passengers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_boarding_passes_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_boarding_passes_flights_flight_id",
                        column: x => x.flight_id,
                        principalTable: "flights",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tickets",
                columns: table => new
                {
                    number = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    passenger_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    conjunction = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tickets", x => x.number);
                    table.ForeignKey(
                        name: "FK_tickets_booking_passengers_passenger_id",
                        column: x => x.passenger_id,
                        principalTable: "booking_passengers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_tickets_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "travel_documents",
                columns: table => new
                {
                    passenger_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    encrypted_number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    nationality = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    issuing_country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_travel_documents", x => x.passenger_id);
                    table.ForeignKey(
                        name: "FK_travel_documents_booking_passengers_passenger_id",
                        column: x => x.passenger_id,
                        principalTable: "booking_passengers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "travellers",
                columns: table => new
                {
                    passenger_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    given_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    family_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ticket_given_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ticket_family_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    born_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    gender = table.Column<string>(type: "TEXT", maxLength: 1, nullable: true),
                    frequent_flyer = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    assistance = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_travellers", x => x.passenger_id);
                    table.ForeignKey(
                        name: "FK_travellers_booking_passengers_passenger_id",
                        column: x => x.passenger_id,
                        principalTable: "booking_passengers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refunds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    payment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    promised_by = table.Column<DateTime>(type: "TEXT", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refunds", x => x.id);
                    table.CheckConstraint("ck_refunds_amount", "amount > 0");
                    table.ForeignKey(
                        name: "FK_refunds_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_refunds_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coupons",
                columns: table => new
                {
                    ticket_number = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    passenger_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    flight_id = table.Column<long>(type: "INTEGER", nullable: false),
                    slice = table.Column<int>(type: "INTEGER", nullable: false),
                    booking_class = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    fare_basis = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    status_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coupons", x => new { x.ticket_number, x.sequence });
                    table.CheckConstraint("ck_coupons_sequence", "sequence >= 1 AND sequence <= 4");
                    table.ForeignKey(
                        name: "FK_coupons_flights_flight_id",
                        column: x => x.flight_id,
                        principalTable: "flights",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_coupons_tickets_ticket_number",
                        column: x => x.ticket_number,
                        principalTable: "tickets",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_subject_id",
                table: "audit_entries",
                columns: new[] { "subject", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_boarding_passes_booking_id",
                table: "boarding_passes",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_boarding_passes_flight_id_passenger_id",
                table: "boarding_passes",
                columns: new[] { "flight_id", "passenger_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_boarding_passes_flight_id_sequence",
                table: "boarding_passes",
                columns: new[] { "flight_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_boarding_passes_passenger_id",
                table: "boarding_passes",
                column: "passenger_id");

            migrationBuilder.CreateIndex(
                name: "IX_booking_passengers_booking_id_position",
                table: "booking_passengers",
                columns: new[] { "booking_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_tokens_booking_id",
                table: "booking_tokens",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_booking_tokens_expires_at",
                table: "booking_tokens",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_kept_until",
                table: "bookings",
                column: "kept_until",
                filter: "kept_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_locator",
                table: "bookings",
                column: "locator",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cancellation_quotes_booking_id",
                table: "cancellation_quotes",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_coupons_booking_id",
                table: "coupons",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_coupons_flight_id",
                table: "coupons",
                column: "flight_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_booking_id",
                table: "ledger_entries",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_movement_account",
                table: "ledger_entries",
                columns: new[] { "movement", "account" },
                unique: true);

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
                name: "IX_payments_booking_id",
                table: "payments",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_payments_due_at",
                table: "payments",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_refunds_booking_id",
                table: "refunds",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_refunds_due_at",
                table: "refunds",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_refunds_payment_id",
                table: "refunds",
                column: "payment_id");

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
                name: "IX_sandbox_payments_tells_at",
                table: "sandbox_payments",
                column: "tells_at",
                filter: "tells_at IS NOT NULL");

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

            migrationBuilder.CreateIndex(
                name: "IX_tickets_booking_id",
                table: "tickets",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_tickets_passenger_id",
                table: "tickets",
                column: "passenger_id");

            migrationBuilder.CreateIndex(
                name: "IX_wrong_lookups_address_at",
                table: "wrong_lookups",
                columns: new[] { "address", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_wrong_lookups_at",
                table: "wrong_lookups",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_wrong_lookups_locator_at",
                table: "wrong_lookups",
                columns: new[] { "locator", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "boarding_passes");

            migrationBuilder.DropTable(
                name: "booking_tokens");

            migrationBuilder.DropTable(
                name: "cancellation_quotes");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "coupons");

            migrationBuilder.DropTable(
                name: "flight_cabins");

            migrationBuilder.DropTable(
                name: "ledger_entries");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "refunds");

            migrationBuilder.DropTable(
                name: "run_once_entries");

            migrationBuilder.DropTable(
                name: "sandbox_payments");

            migrationBuilder.DropTable(
                name: "sandbox_refunds");

            migrationBuilder.DropTable(
                name: "seat_changes");

            migrationBuilder.DropTable(
                name: "seat_claims");

            migrationBuilder.DropTable(
                name: "seat_holds");

            migrationBuilder.DropTable(
                name: "ticket_serials");

            migrationBuilder.DropTable(
                name: "travel_documents");

            migrationBuilder.DropTable(
                name: "travellers");

            migrationBuilder.DropTable(
                name: "wrong_lookups");

            migrationBuilder.DropTable(
                name: "tickets");

            migrationBuilder.DropTable(
                name: "payments");

            migrationBuilder.DropTable(
                name: "booking_passengers");

            migrationBuilder.DropTable(
                name: "bookings");
        }
    }
}
