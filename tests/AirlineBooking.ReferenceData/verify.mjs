// Checks the written files, so that a hand-kept line or a new package version cannot break a promise unseen.
import { fileURLToPath } from "node:url";
import { readCsv } from "./csv.mjs";
import { canonicalZone } from "./zones.mjs";

const folder = fileURLToPath(new URL("../../AirlineBooking.Domain/Flights/Reference", import.meta.url));
const [airports, areas, aircraft, airlines, currencies, connections] = [
  "airports", "metropolitan-areas", "aircraft", "airlines", "currencies", "connection-times",
].map((name) => readCsv(`${folder}/${name}.csv`));

const required = "LHR LGW SIN JFK EWR SYD CDG BKK DXB HKG ZRH MUC AMS FRA MAD BCN LIS DUB CPH OSL ARN HEL VIE PRG WAW ATH IST "
  + "ORD LAX SFO BOS MIA IAD YYZ YVR MEX GRU EZE JNB CPT NBO CAI DOH AUH DEL BOM MAA CMB KUL CGK DPS MNL SGN HAN TPE "
  + "HND NRT KIX ICN PEK PVG CAN PER MEL BNE AKL";

// Where sources are often wrong: the city a traveller says, the area, the zone.
const known = [
  ["LHR", "London", "LON", "Europe/London"],
  ["STN", "London", "LON", "Europe/London"],
  ["JFK", "New York", "NYC", "America/New_York"],
  ["EWR", "Newark", "NYC", "America/New_York"],
  ["NRT", "Tokyo", "TYO", "Asia/Tokyo"],
  ["ORD", "Chicago", "CHI", "America/Chicago"],
  ["CDG", "Paris", "PAR", "Europe/Paris"],
  ["ARN", "Stockholm", "STO", "Europe/Stockholm"],
  ["MXP", "Milan", "MIL", "Europe/Rome"],
  ["SAW", "Istanbul", "IST", "Europe/Istanbul"],
  ["GRU", "São Paulo", "SAO", "America/Sao_Paulo"],
  ["ICN", "Seoul", "SEL", "Asia/Seoul"],
  ["DMK", "Bangkok", "BKK", "Asia/Bangkok"],
  ["ZRH", "Zürich", "", "Europe/Zurich"],
  ["MUC", "Munich", "", "Europe/Berlin"],
  ["HAN", "Hanoi", "", "Asia/Ho_Chi_Minh"],
  ["CJS", "Ciudad Juárez", "", "America/Ciudad_Juarez"],
  ["BBA", "Balmaceda", "", "America/Coyhaique"],
  ["UUS", "Yuzhno-Sakhalinsk", "", "Asia/Sakhalin"],
  ["URC", "Ürümqi", "", "Asia/Shanghai"],
];

// Every currency of ISO 4217 that has not two minor digits.
const minorDigits = new Map([
  ..."BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" ").map((code) => [code, "0"]),
  ..."BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, "3"]),
]);

const faults = [];
const airportCodes = new Set(airports.map((airport) => airport.iata));

checkAirports();
checkAreas();
checkAircraft();
checkAirlines();
checkCurrencies();
checkConnections();

for (const fault of faults) {
  console.error(fault);
}
console.log(`${airports.length} airports, ${areas.length} areas, ${aircraft.length} aircraft, ${airlines.length} airlines, `
  + `${currencies.length} currencies, ${connections.length} connection times: ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

function checkAirports() {
  unique("airports", airports, (airport) => airport.iata);
  unique("airports, ICAO", airports.filter((airport) => airport.icao !== ""), (airport) => airport.icao);
  expect(airports.length > 4000 && airports.length < 4400, `airports: ${airports.length} rows, about 4,100 expected`);
  for (const airport of airports) {
    const at = `airport ${airport.iata}`;
    expect(/^[A-Z]{3}$/.test(airport.iata), `${at}: not an IATA code`);
    expect(/^([A-Z]{4})?$/.test(airport.icao), `${at}: ICAO code ${airport.icao}`);
    expect(airport.name !== "" && airport.city !== "", `${at}: no name or no city`);
    expect(/^[A-Z]{2}$/.test(airport.country), `${at}: country ${airport.country}`);
    expect(Math.abs(Number(airport.latitude)) <= 90 && airport.latitude !== "", `${at}: latitude ${airport.latitude}`);
    expect(Math.abs(Number(airport.longitude)) <= 180 && airport.longitude !== "", `${at}: longitude ${airport.longitude}`);
    expect(isZone(airport.time_zone), `${at}: zone ${airport.time_zone}`);
  }
  for (const iata of required.split(" ")) {
    expect(airportCodes.has(iata), `airport ${iata} is missing`);
  }
  for (const [iata, city, metro, zone] of known) {
    const airport = airports.find((candidate) => candidate.iata === iata);
    const found = [airport?.city, airport?.metro, airport?.time_zone].join();
    expect(found === [city, metro, zone].join(), `airport ${iata}: ${found}, expected ${city},${metro},${zone}`);
  }
}

function checkAreas() {
  unique("areas", areas, (area) => area.code);
  for (const area of areas) {
    const members = airports.filter((airport) => airport.metro === area.code);
    expect(members.length > 1, `area ${area.code} has ${members.length} airports`);
    expect(members.every((airport) => airport.country === area.country), `area ${area.code}: an airport in another country`);
    // An area may share its code with an airport only if that airport is one of its own, as BKK and DXB do.
    const isOwnAirport = members.some((airport) => airport.iata === area.code);
    expect(!airportCodes.has(area.code) || isOwnAirport, `area ${area.code} is also an airport elsewhere`);
  }
  for (const airport of airports.filter((candidate) => candidate.metro !== "")) {
    expect(areas.some((area) => area.code === airport.metro), `airport ${airport.iata}: no area ${airport.metro}`);
  }
}

function checkAircraft() {
  unique("aircraft", aircraft, (type) => type.icao);
  const iataCodes = aircraft.flatMap((type) => [type.iata, ...type.other_iata.split(" ")]).filter((code) => code !== "");
  unique("aircraft, IATA", iataCodes, (code) => code);
  for (const type of aircraft) {
    const at = `aircraft ${type.icao}`;
    expect(/^[A-Z0-9]{2,4}$/.test(type.icao) && /^([A-Z0-9]{3})?$/.test(type.iata), `${at}: codes`);
    expect(["narrow", "wide", "regional", "turboprop"].includes(type.category), `${at}: category ${type.category}`);
    expect(Number(type.typical_seats) >= 5 && Number(type.typical_seats) <= 600, `${at}: ${type.typical_seats} seats`);
    expect(/^(\d+\.\d\d)?$/.test(type.fuel_kg_per_km), `${at}: fuel ${type.fuel_kg_per_km}`);
  }
}

function checkAirlines() {
  unique("airlines", airlines, (airline) => airline.code);
  unique("airlines, ICAO", airlines.filter((airline) => airline.icao !== ""), (airline) => airline.icao);
  unique("airlines, prefix", airlines.filter((airline) => airline.ticketing_prefix !== ""), (airline) => airline.ticketing_prefix);
  for (const airline of airlines) {
    expect(/^[A-Z0-9]{2}$/.test(airline.code) && /^([A-Z]{3})?$/.test(airline.icao), `airline ${airline.code}: codes`);
    expect(/^(\d{3})?$/.test(airline.ticketing_prefix), `airline ${airline.code}: prefix ${airline.ticketing_prefix}`);
    expect(airline.name !== "" && /^[A-Z]{2}$/.test(airline.country), `airline ${airline.code}: name or country`);
    // The demo airline's code and prefix must stay free.
    expect(airline.code !== "T0" && airline.ticketing_prefix !== "901", `airline ${airline.code} takes the demo airline's code`);
  }
}

function checkCurrencies() {
  unique("currencies", currencies, (currency) => currency.code);
  unique("currencies, number", currencies, (currency) => currency.numeric);
  for (const currency of currencies) {
    expect(/^[A-Z]{3}$/.test(currency.code) && /^\d{3}$/.test(currency.numeric), `currency ${currency.code}: codes`);
    const digits = minorDigits.get(currency.code) ?? "2";
    expect(currency.minor_digits === digits, `currency ${currency.code}: ${currency.minor_digits} digits, ISO 4217 says ${digits}`);
  }
  for (const code of minorDigits.keys()) {
    expect(currencies.some((currency) => currency.code === code), `currency ${code} is missing`);
  }
}

function checkConnections() {
  unique("connection times", connections, (connection) => `${connection.airport} ${connection.kind}`);
  for (const { airport, kind, minutes, source } of connections) {
    expect(airportCodes.has(airport), `connection time: no airport ${airport}`);
    expect(["DD", "DI", "ID", "II"].includes(kind), `connection time ${airport}: kind ${kind}`);
    expect(Number(minutes) >= 20 && Number(minutes) <= 240, `connection time ${airport}: ${minutes} minutes`);
    expect(source !== "", `connection time ${airport}: no source`);
  }
}

function isZone(name) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name.includes("/") && !name.startsWith("Etc/") && canonicalZone(name) === name;
  } catch {
    return false;
  }
}

function unique(what, rows, key) {
  const seen = new Set();
  for (const row of rows) {
    expect(!seen.has(key(row)), `${what}: ${key(row)} twice`);
    seen.add(key(row));
  }
}

function expect(holds, fault) {
  if (!holds) {
    faults.push(fault);
  }
}
