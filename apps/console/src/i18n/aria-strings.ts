import type { MessageId } from './catalogues';

let textOf: (id: MessageId) => string = (id) => id;

/** Says from where the texts come from now on. */
export const setAriaTexts = (source: (id: MessageId) => string): void => void (textOf = source);

/**
 * What React Aria says by itself, in our languages: it lacks most of them. The build puts these in the place of its English texts, which
 * it takes for every language that it does not have, and leaves out all others.
 */
export const ariaStrings = {
  combobox: {
    buttonLabel: () => textOf('ui.showOptions'),
    listboxLabel: () => textOf('ui.options'),
    focusAnnouncement: ({ optionText }: { readonly optionText: string }) => optionText,
    selectedAnnouncement: ({ optionText }: { readonly optionText: string }) => optionText,
    countAnnouncement: ({ optionCount }: { readonly optionCount: number }) => `${textOf('ui.options')}: ${optionCount}`,
  },
  overlays: { dismiss: () => textOf('ui.close') },
};
