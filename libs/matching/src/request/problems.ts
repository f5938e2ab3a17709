import type { FieldProblem } from '@haven/kernel';

/** Collects what is wrong with an input, so that a caller sees all of it at once. */
export class Problems {
  readonly fields: FieldProblem[] = [];

  /** Notes a problem unless `right`, and says whether it was. */
  check(right: boolean, path: string, message: string): boolean {
    if (!right) this.fields.push({ path, message });
    return right;
  }
}
