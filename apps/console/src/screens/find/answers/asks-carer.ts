/** What decides, of an answer. */
interface Answered {
  readonly needs: readonly {
    readonly category: string;
    readonly matches: readonly { readonly reasons: readonly { readonly code: string }[] }[];
  }[];
}

/**
 * Whether it would help to know who cares for the children: a match asks for it, or there is none for the party whole, and nobody parts
 * children from anybody before it is said.
 */
export const asksCarer = ({ needs }: Answered): boolean =>
  needs.some(
    ({ category, matches }) =>
      (category === 'ACCOMMODATION' && matches.length === 0) ||
      matches.some(({ reasons }) => reasons.some(({ code }) => code === 'ASK_CARER')),
  );
