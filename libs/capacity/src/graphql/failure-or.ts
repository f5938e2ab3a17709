type Class = abstract new (...given: never[]) => object;

/** Tells the types of a result union apart: failures are instances of their classes, the result comes as plain data. */
export const failureOr =
  <Result extends Class, Failure extends Class>(result: Result, failures: readonly Failure[]) =>
  (value: object): Result | Failure =>
    failures.find((failure) => value instanceof failure) ?? result;
