import { readFileSync, writeFileSync } from "node:fs";

/** Reads a comma-separated file with a header line into an array of objects. */
export function readCsv(path) {
  const [header, ...rows] = parse(readFileSync(path, "utf8"));
  return rows.map((row, index) => {
    if (row.length !== header.length) {
      throw new Error(`${path}: row ${index + 2} has ${row.length} fields, the header has ${header.length}.`);
    }
    return Object.fromEntries(header.map((column, position) => [column, row[position]]));
  });
}

/** Writes rows in the order given: UTF-8, LF, a field quoted only when it must be. */
export function writeCsv(path, columns, rows) {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  writeFileSync(path, lines.map((fields) => fields.map(quoted).join(",") + "\n").join(""));
}

/** Orders by ordinal code units, so that the files do not depend on the machine's language. */
export function ordinal(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}

function quoted(value) {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function parse(text) {
  const rows = [];
  let row = [];
  let field = "";
  let inQuotes = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (inQuotes) {
      if (sign === '"' && text[at + 1] === '"') {
        field += '"';
        at++;
      } else if (sign === '"') {
        inQuotes = false;
      } else {
        field += sign;
      }
    } else if (sign === '"') {
      inQuotes = true;
    } else if (sign === ",") {
      row.push(field);
      field = "";
    } else if (sign === "\n") {
      rows.push([...row, field]);
      row = [];
      field = "";
    } else if (sign !== "\r") {
      field += sign;
    }
  }
  if (field !== "" || row.length > 0) {
    rows.push([...row, field]);
  }
  return rows;
}
