import type { Exit } from '../app/exit/use-exit';

/** Leaves at once, but warns first if the console has kept unsent changes. */
export function LeaveButton({ exit: { leave, warning } }: { readonly exit: Exit }) {
  return (
    <>
      {warning !== null && (
        <p role="alert">
          Changes that were not sent yet will be lost: {warning}. Press again to leave anyway, or open the console and send them.
        </p>
      )}
      <button type="button" onClick={leave}>
        Leave now
      </button>
    </>
  );
}
