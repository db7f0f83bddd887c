// Writes the reference data of the domain project. Run: npm ci && npm run generate && npm run verify
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { buildAirports } from "./airports.mjs";
import { ordinal, readCsv, writeCsv } from "./csv.mjs";

const currencyList = createRequire(import.meta.url)("currency-codes/data");
const handKept = fileURLToPath(new URL("lists", import.meta.url));
const output = fileURLToPath(new URL("../../AirlineBooking.Domain/Flights/Reference", import.meta.url));

// Metals, funds, units of account and test codes: ISO 4217 lists them, but nobody pays a fare in them.
const notMoney = new Set([
  ..."BOV CHE CHW CLF COU MXV USN UYI UYW".split(" "),
  ..."XAD XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX".split(" "),
]);

const { airports, doubts } = await buildAirports(handKept);
const areas = readCsv(`${handKept}/metropolitan-areas.csv`);
const members = (area) => airports.filter((airport) => airport.metro === area.code);
const [kept, lone] = [areas.filter((area) => members(area).length > 1), areas.filter((area) => members(area).length < 2)];
for (const airport of airports.filter((candidate) => lone.some((area) => area.code === candidate.metro))) {
  airport.metro = "";
}

write("airports.csv", ["iata", "icao", "name", "city", "metro", "country", "latitude", "longitude", "time_zone"], airports);
write("metropolitan-areas.csv", ["code", "name", "country"], kept);
write("currencies.csv", ["code", "numeric", "name", "minor_digits"], currencies());
copy("aircraft.csv", ["iata", "icao", "name", "category", "typical_seats", "fuel_kg_per_km", "other_iata"], "icao");
copy("airlines.csv", ["code", "icao", "name", "ticketing_prefix", "country"], "code");
copy("connection-times.csv", ["airport", "kind", "minutes", "source"], "airport", "kind");

for (const area of lone) {
  console.log(`area ${area.code} left out: fewer than two of ${area.airports} have scheduled service`);
}
for (const doubt of doubts) {
  console.log(`zone of ${doubt.iata}: ${doubt.chosen} of listed ${doubt.listed}, travel data ${doubt.third}, map ${doubt.mapped}`);
}

function currencies() {
  const changes = readCsv(`${handKept}/currency-changes.csv`);
  const known = currencyList.map((currency) => ({
    code: currency.code,
    numeric: currency.number,
    name: currency.currency.trim(),
    minor_digits: currency.digits,
  }));
  const money = known.filter((currency) => !notMoney.has(currency.code) && !changes.some((change) => change.code === currency.code));
  return [...money, ...changes.filter((change) => change.active === "yes")].sort((left, right) => ordinal(left.code, right.code));
}

function copy(file, columns, ...sortColumns) {
  const key = (row) => sortColumns.map((column) => row[column]).join(" ");
  const rows = readCsv(`${handKept}/${file}`).sort((left, right) => ordinal(key(left), key(right)));
  write(file, columns, rows);
}

function write(file, columns, rows) {
  writeCsv(`${output}/${file}`, columns, rows);
  console.log(`${file}: ${rows.length} rows`);
}
