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
    'The name does not say which HSDS object the file holds, or it is neither CSV nor JSON; it was not read. Name it like services.csv; save a spreadsheet as CSV.',
  EMPTY_FILE: 'The file has no rows.',
  UNKNOWN_ENCODING: 'The file is not UTF-8 text, and nothing tells surely how it is written; it was not read. Save it as UTF-8.',
  INVALID_UTF8: 'Some bytes are not UTF-8; they were read as Windows-1252. Check the accented letters, and save the file as UTF-8.',
  DECODED_SINGLE_BYTE:
    'The file is not UTF-8; it was read in the encoding in which its letters make sense. Check the accented letters, and save it as UTF-8.',
  LETTERS_LOST: 'The text holds U+FFFD: another program has lost letters there before. Ask the publisher for the original.',
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
  CSV_OTHER_SEPARATOR: 'The row separates its cells otherwise than the header does; it was not read. Use one separator in the whole file.',
  CSV_DUPLICATE_COLUMN: 'Two columns have the same name; the second is kept under another name.',
  CSV_BAD_CELL: 'A cell says that it holds JSON but does not; it is kept as text.',
  CSV_STRAY_QUOTE: 'A quote stands inside a cell that does not begin with one; the cell is kept as it is.',
  HEADER_REPEATS: 'The row repeats the header, as in files that were put together; it was not read.',
  ROW_REPEATS: 'The row says what a row of another file says too; it was not needed.',
  // JSON
  JSON_BROKEN: 'This is not JSON; the document was not read. Check it with a JSON tool.',
  JSON_TOO_DEEP: 'The JSON is nested deeper than the limit; the document was not read.',
  JSON_TOO_LARGE: 'One JSON document is larger than the limit; it was not read. Split it.',
  JSON_NOT_AN_OBJECT: 'An HSDS object was expected here; the value was not read.',
  JSON_UNKNOWN_OBJECT: 'The document does not look like any HSDS object; it was not read.',
  FORBIDDEN_KEY: 'A property has the name of a part of the programming language (__proto__, constructor, prototype); it was left out.',
  NESTED_NOT_AN_OBJECT: 'A nested HSDS object was expected here; the value is kept as an unknown property.',
  // records
  ID_MISSING: 'The object has no id; one was made from its content, the same at each import.',
  ID_REPAIRED: 'The id was not text, or had spaces around it; it was made text.',
  ID_UNUSABLE: 'The id is neither text nor number, or too long; the object was not read.',
  REQUIRED_MISSING: 'HSDS requires this property and it is empty. Ask the publisher for it.',
  NAME_MISSING: 'There is no name; one was made from what is there, so that people can find the entry.',
  NAME_UNKNOWN: 'There is neither a name nor a text to make one from; the object was not read. Give it a name.',
  DUPLICATE_ID: 'The id came before with other contents; this one was not read. The first one counts.',
  CONTENTS_MERGED: 'The same object came in several places, each telling another part; the parts were put together.',
  NOT_A_NUMBER: 'A number was expected; the text is kept. Write the number alone, like 34.5.',
  NUMBER_READ: 'The text plainly says a number in another notation; that number was stored.',
  NOT_A_COUNT: 'Whole beds were expected, none or more; the number is kept, and no bed that is not whole counts. Ask the publisher.',
  AGES_UNCLEAR:
    'The age limits shut everybody out: the highest is 0, or below the lowest. They are kept but are no rule, a match asks. Correct them.',
  NOT_A_DATE: 'A date like 2026-01-31 was expected; the text is kept.',
  NOT_A_DATE_TIME: 'An instant like 2026-01-31T08:00:00Z was expected; the text is kept.',
  NOT_A_TIME: 'A time like 08:30 was expected; the text is kept, opening hours cannot be told from it.',
  NOT_AN_EMAIL: 'An email address was expected; the text is kept.',
  NOT_A_URI: 'A web address was expected; the text is kept.',
  NOT_A_SCALAR: 'A single value was expected here, not a list or an object; it is kept as it is.',
  LANGUAGE_UNKNOWN:
    'No language, or more than one, has this name or code; it is kept but nobody is told that it is spoken. Write a code like km or es-MX.',
  LANGUAGE_BY_INTERPRETER:
    'The language is there through an interpreter or on request: a match says so, and does not count it as one that they speak.',
  INTERPRETATION_UNREAD:
    'The text about interpreters says nothing that is understood; it is kept, but no match counts on one. Name languages, and say where it is by phone.',
  AREA_READ: 'The service area is not drawn as GeoJSON wants it, but what it means is plain; it is kept, and counts as what it means.',
  AREA_UNREAD:
    'The service area cannot be read, or not whole; it is kept, and a match asks whether they serve the place. Draw it as GeoJSON, or name a country.',
  COUNTRY_UNKNOWN:
    'No country, or more than one, has this name; the one where the place lies counts, if its position is known. Write an ISO 3166-1 code.',
  NOT_ON_EARTH: 'The position is not on Earth; it is kept in the record, but the place is not on the map. Correct it.',
  POSITION_IS_ZERO: 'The position is 0, 0, which lies in the ocean; the place is not on the map. Correct it.',
  POSITION_INCOMPLETE: 'Only one of latitude and longitude is there; the place is not on the map.',
  UNKNOWN_VALUE: 'HSDS does not list this value; it is kept.',
  VALUE_REPAIRED: 'The value means one that HSDS lists; that one was stored.',
  CAPACITY_ABOVE_MAXIMUM: 'More is available than the maximum; both are kept. Ask the publisher.',
  UNSTORABLE_CHARACTER: 'The text holds characters that no database stores (NUL, half of a surrogate pair); they were replaced by U+FFFD.',
  UNKNOWN_LINK_ENTITY: 'It does not say to which kind of object it belongs; it is kept without a link.',
  DANGLING_REFERENCE: 'The object it belongs to is not there; it is kept without it. Import the missing file too.',
  // meaning
  CATEGORY_ASSIGNED: 'The need categories were worked out from name, description and taxonomy terms. Correct them at the service if wrong.',
  CATEGORY_UNKNOWN: 'No need category could be worked out; match will not find the service. Set its categories.',
  POSITION_MISSING:
    'No place of the service has a position; match shows it after all that have one, and without a distance. Give latitude and longitude of its location.',
  POSITION_BY_CITY:
    'The place has no position; match looks for it in the middle of the town that its address names. Give latitude and longitude.',
  POSITION_ELSEWHERE:
    'The position is not in the country that the address names, so it does not count. Correct the position or the address.',
  ADMISSION_READ: 'The eligibility text says who is admitted; it became an admission rule. Whom it leaves open, a match asks about.',
  ADMISSION_UNCLEAR:
    'The eligibility text seems to say who is admitted, but not surely; no rule was made, a match asks. Set the admission rule.',
} as const;

/** Code of a report line. */
export type ReportCode = keyof typeof reportCodes;
