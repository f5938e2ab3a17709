/** The part of an answer that decides whether to ask. */
interface Answered {
  readonly needs: readonly {
    readonly category: string;
    readonly matches: readonly { readonly reasons: readonly { readonly code: string }[] }[];
  }[];
}

/**
 * Whether the carers of the children matter: a match asks for them, or nothing fits the whole party, and no split is proposed before the
 * carers are known.
 */
export const asksCarer = ({ needs }: Answered): boolean =>
  needs.some(
    ({ category, matches }) =>
      (category === 'ACCOMMODATION' && matches.length === 0) ||
      matches.some(({ reasons }) => reasons.some(({ code }) => code === 'ASK_CARER')),
  );
