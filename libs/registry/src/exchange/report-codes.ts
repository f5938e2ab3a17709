/** Every code of a report line: what it means, and what to do. Codes never change their meaning. */
export const reportCodes = {
  // files
  FILE_NOT_FOUND: 'There is nothing at this path. Check the path.',
  FILE_UNREADABLE: 'The file or folder cannot be opened. Check its permissions.',
  FILE_TOO_LARGE: 'The file is larger than the limit. Split it.',
  TOTAL_TOO_LARGE: 'All files together are larger than the limit. Import them in parts.',
  TOO_MANY_FILES: 'The folder or zip holds more files than the limit. Import it in parts.',
  NO_FILES: 'The folder or zip is empty. Give one with the CSV or JSON files of a directory.',
  LINK_NOT_FOLLOWED: 'A symbolic link or special file is never followed. Put the file itself in its place.',
  UNKNOWN_FILE:
    'Neither the name of the file nor its first row says what it holds; it was not read. Name a table of HSDS like services.csv. Save a spreadsheet as CSV, with headings that the README lists.',
  EMPTY_FILE: 'The file has no rows.',
  UNKNOWN_ENCODING: 'The file is not UTF-8 text, and its encoding is not certain; it was not read. Save it as UTF-8.',
  INVALID_UTF8: 'Some bytes are not UTF-8; they were read as Windows-1252. Check the accented letters, and save the file as UTF-8.',
  DECODED_SINGLE_BYTE:
    'The file is not UTF-8; it was read in the encoding in which its letters make sense. Check the accented letters, and save it as UTF-8.',
  DECODED_TWICE:
    'All letters of the file were encoded twice (like "Ã³" for "ó"); they were decoded. Check the accented letters, and save it as UTF-8 once.',
  LETTERS_LOST: 'The text holds U+FFFD: another program has lost letters before. Ask the publisher for the original.',
  DECODED_UTF16: 'The file is UTF-16; it was decoded. Save it as UTF-8 to get rid of this line.',
  // zip
  ZIP_BROKEN: 'The zip cannot be read. Make it again.',
  ZIP_UNSAFE_PATH: 'A path in the zip leaves it, or is absolute; the entry was not read. Make the zip from inside the folder.',
  ZIP_BOMB: 'An entry of the zip unpacks to far more than its size; the zip was not read on. Do not use this file.',
  ZIP_ENCRYPTED: 'An entry of the zip is encrypted. Make a zip without a password.',
  // CSV
  CSV_BROKEN_QUOTES: 'The quotes of this row do not fit; the row was not read. Double each quote inside a quoted cell.',
  CSV_CELL_COUNT:
    'The row has more or fewer cells than the header. Missing cells count as empty, surplus cells are kept under their number.',
  CSV_NUL_BYTE: 'The row contains NUL bytes; it was not read. Export the file again.',
  CSV_ROW_TOO_LARGE: 'The row is larger than the limit; it and what follows in this file was not read. Look for a missing quote before it.',
  CSV_FIELD_TOO_LARGE: 'A cell is larger than the limit; the row was not read.',
  CSV_NO_HEADER: 'The first row does not name the columns; the file was not read. Add a header row.',
  TITLE_ABOVE_HEADER:
    'The row stands above the row that names the columns; it was not read. If it says that places are confidential, add a column "Confidential".',
  CSV_OTHER_SEPARATOR: 'The row uses another separator than the header; it was not read. Use one separator in the whole file.',
  CSV_DUPLICATE_COLUMN: 'Two columns have the same name; the second is kept under another name.',
  CSV_BAD_CELL: 'A cell says that it holds JSON but does not; it is kept as text.',
  CSV_STRAY_QUOTE: 'A quote stands inside a cell that does not begin with one; the cell is kept as it is.',
  SHEET_READ:
    'The file has one service in each row and was read that way. Add a column "Confidential" if any of its places must not be shown.',
  COLUMN_UNKNOWN:
    'Haven does not know this heading. It keeps the cells with the services and shows them to nobody. The README lists the headings.',
  ROW_NOT_A_SERVICE:
    'The row holds one text alone, or a sum, as headings of groups and last rows do; it was not read. Fill in more columns if it is a service.',
  HEADER_REPEATS: 'The row repeats the header, as in joined files; it was not read.',
  ROW_REPEATS: 'The row repeats a row of another file; it was not needed.',
  // JSON
  JSON_BROKEN: 'This is not JSON; the document was not read. Check it with a JSON tool.',
  JSON_TOO_DEEP: 'The JSON is nested deeper than the limit; the document was not read.',
  JSON_TOO_LARGE: 'One JSON document is larger than the limit; it was not read. Split it.',
  JSON_NOT_AN_OBJECT: 'An HSDS object was expected here; the value was not read.',
  JSON_UNKNOWN_OBJECT: 'The document does not look like any HSDS object; it was not read.',
  FORBIDDEN_KEY: 'A property has the name of a part of the programming language (__proto__, constructor, prototype); it was left out.',
  NESTED_NOT_AN_OBJECT: 'A nested HSDS object was expected here; the value is kept as an unknown property.',
  // records
  ID_MISSING: 'The object has no id; Haven made one from its content, the same at each import.',
  ID_REPAIRED: 'The id was not text, or had spaces around it; Haven repaired it.',
  ID_UNUSABLE: 'The id is neither text nor number, or too long; the object was not read.',
  REQUIRED_MISSING: 'HSDS requires this property and it is empty. Ask the publisher for it.',
  NAME_MISSING: 'There is no name; Haven made one from the other values, so that people can find the entry.',
  NAME_UNKNOWN: 'There is neither a name nor a text to make one from; the object was not read. Give it a name.',
  DUPLICATE_ID: 'An earlier object has the same id and other contents; this one was not read.',
  CONTENTS_MERGED: 'The same object came in several parts; Haven joined them.',
  NOT_A_NUMBER: 'A number was expected; the text is kept. Write the number alone, like 34.5.',
  NUMBER_READ: 'The text is a number in another notation; the number was stored.',
  NOT_A_COUNT: 'A whole number of beds was expected; the number is kept, and parts of a bed do not count. Ask the publisher.',
  AGES_UNCLEAR:
    'The age limits refuse everybody: the highest is 0, or below the lowest. They are kept but make no rule, and a match asks. Correct them.',
  NOT_A_DATE: 'A date like 2026-01-31 was expected; the text is kept.',
  NOT_A_DATE_TIME: 'An instant like 2026-01-31T08:00:00Z was expected; the text is kept.',
  NOT_A_TIME: 'A time like 08:30 was expected; the text is kept, but gives no opening hours.',
  NOT_AN_EMAIL: 'An email address was expected; the text is kept.',
  NOT_A_URI: 'A web address was expected; the text is kept.',
  NOT_A_SCALAR: 'A single value was expected here, not a list or an object; it is kept as it is.',
  LANGUAGE_UNKNOWN:
    'No language, or more than one, has this name or code; it is kept, but no match counts on it. Write a code like km or es-MX.',
  LANGUAGE_BY_INTERPRETER:
    'The language, or any, is offered by an interpreter or on request: a match says so, and does not count it as spoken.',
  INTERPRETATION_UNREAD:
    'Haven cannot read the text about interpreters; it is kept, but no match counts on an interpreter. Name languages, and say if it is by phone.',
  AREA_READ: 'The service area is not valid GeoJSON, but its meaning is clear; it is kept, and its meaning counts.',
  AREA_UNREAD:
    'The service area cannot be read completely; it is kept, and a match asks whether they serve the place. Draw it as GeoJSON, or name a country.',
  COUNTRY_UNKNOWN:
    'No country, or more than one, has this name; the country of the position counts, if it is known. Write an ISO 3166-1 code.',
  NOT_ON_EARTH: 'The position is not on Earth; it is kept in the record, but the place is not on the map. Correct it.',
  POSITION_IS_ZERO: 'The position is 0, 0, which lies in the ocean; the place is not on the map. Correct it.',
  POSITION_INCOMPLETE: 'Only one of latitude and longitude is there; the place is not on the map.',
  UNKNOWN_VALUE: 'HSDS does not list this value; it is kept.',
  VALUE_REPAIRED: 'The value is a variant of one that HSDS lists; that one was stored.',
  CAPACITY_ABOVE_MAXIMUM: 'More is available than the maximum; both are kept. Ask the publisher.',
  UNSTORABLE_CHARACTER: 'The text holds characters that no database stores (NUL, half of a surrogate pair); they were replaced by U+FFFD.',
  UNKNOWN_LINK_ENTITY: 'It does not name the kind of object that it belongs to; it is kept without a link.',
  DANGLING_REFERENCE: 'The object that it belongs to is missing; it is kept alone. Import the missing file too.',
  // meaning
  CATEGORY_ASSIGNED:
    'Haven worked out the need categories from name, description and taxonomy terms. Correct them at the service if they are wrong.',
  CATEGORY_UNKNOWN: 'Haven could not work out a need category; match will not find the service. Set its categories.',
  POSITION_MISSING:
    'No place of the service has a position; match shows it after all that have one, and without a distance. Give latitude and longitude of its location, or at least city or postal code, and country, of its address.',
  POSITION_BY_CITY:
    'The place has no position; match looks for it in the middle of the town or postal code that its address names. Give latitude and longitude.',
  POSITION_ELSEWHERE:
    'The position is not in the country that the address names, or far from its town and postal code, so it does not count. Correct the position or the address.',
  ADMISSION_READ: 'The eligibility text says who is admitted; it became an admission rule. A match asks about people whom it leaves open.',
  ADMISSION_UNCLEAR:
    'The eligibility text seems to say who is admitted, but it is not certain; it made no rule, and a match asks. Set the admission rule.',
} as const;

/** Code of a report line. */
export type ReportCode = keyof typeof reportCodes;
