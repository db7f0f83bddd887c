import tzLookup from "@photostructure/tz-lookup";

// Names that the IANA time zone database keeps only for old programs, and the name in its zone.tab.
const renamed = new Map(Object.entries({
  "America/Argentina/ComodRivadavia": "America/Argentina/Catamarca",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "America/Montreal": "America/Toronto",
  "America/Nipigon": "America/Toronto",
  "America/Pangnirtung": "America/Iqaluit",
  "America/Rainy_River": "America/Winnipeg",
  "America/Santa_Isabel": "America/Tijuana",
  "America/Shiprock": "America/Denver",
  "America/Thunder_Bay": "America/Toronto",
  "America/Yellowknife": "America/Edmonton",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Choibalsan": "Asia/Ulaanbaatar",
  "Asia/Chongqing": "Asia/Shanghai",
  "Asia/Dacca": "Asia/Dhaka",
  "Asia/Harbin": "Asia/Shanghai",
  "Asia/Istanbul": "Europe/Istanbul",
  "Asia/Kashgar": "Asia/Urumqi",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Macao": "Asia/Macau",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Asia/Tel_Aviv": "Asia/Jerusalem",
  "Asia/Thimbu": "Asia/Thimphu",
  "Asia/Ujung_Pandang": "Asia/Makassar",
  "Asia/Ulan_Bator": "Asia/Ulaanbaatar",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Australia/Currie": "Australia/Hobart",
  "Europe/Kiev": "Europe/Kyiv",
  "Europe/Uzhgorod": "Europe/Kyiv",
  "Europe/Zaporozhye": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Samoa": "Pacific/Pago_Pago",
  "Pacific/Truk": "Pacific/Chuuk",
  "Pacific/Yap": "Pacific/Chuuk",
}));

// By Chinese law and in every timetable the whole country keeps Beijing time; Asia/Urumqi is a local custom.
renamed.set("Asia/Urumqi", "Asia/Shanghai");

/** The name that the IANA database lists in zone.tab, also for a name it has given up. */
export function canonicalZone(name) {
  return renamed.get(name) ?? name;
}

/** The zone by the borders on a map. Near a border it can be wrong, hence only a second opinion. */
export function zoneByPosition(latitude, longitude) {
  return canonicalZone(tzLookup(latitude, longitude));
}

/** True when both zones show the same local time for the years an airline sells and remembers. */
export function keepTheSameTime(left, right) {
  return left === right || clockReadings(left) === clockReadings(right);
}

const readings = new Map();

function clockReadings(zone) {
  if (!readings.has(zone)) {
    const clock = new Intl.DateTimeFormat("en", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    const days = [];
    for (let day = Date.UTC(2025, 0, 1, 12); day < Date.UTC(2028, 0, 1); day += 24 * 3600 * 1000) {
      days.push(clock.format(day));
    }
    readings.set(zone, days.join());
  }
  return readings.get(zone);
}
