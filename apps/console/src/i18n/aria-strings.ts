import type { MessageId } from './catalogues';

let textOf: (id: MessageId) => string = (id) => id;

/** Sets the source of the texts. */
export const setAriaTexts = (source: (id: MessageId) => string): void => void (textOf = source);

/**
 * React Aria's texts in our languages: it lacks most of them. The build replaces React Aria's English texts, its default for unknown
 * languages, with these, and leaves out all other languages.
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
