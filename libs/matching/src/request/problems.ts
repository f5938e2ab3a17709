import type { FieldProblem } from '@haven/kernel';

/** Collects the problems of an input, so that a caller sees all of them at once. */
export class Problems {
  readonly fields: FieldProblem[] = [];

  /** Notes a problem unless `right`, and returns `right`. */
  check(right: boolean, path: string, message: string): boolean {
    if (!right) this.fields.push({ path, message });
    return right;
  }
}
