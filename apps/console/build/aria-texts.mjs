import { fileURLToPath } from 'node:url';
import { root } from './stamp.mjs';

const ours = fileURLToPath(new URL('src/i18n/aria-strings.ts', root));
/** The newer packages, which the plugin of React Aria does not know yet. */
const otherLanguage = /\/react-(aria|stately)\/dist\/private\/intl\/\w+\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
const replaced = /\/react-aria\/dist\/private\/intl\/(combobox|overlays)\/en-US\.m?js$/;

/** Puts the console's own texts in the place of React Aria's English ones, and leaves out its other languages. */
export const ariaTexts = {
  name: 'haven:aria-texts',
  enforce: 'pre',
  load(id) {
    if (otherLanguage.test(id)) return 'export default undefined;';
    const found = replaced.exec(id);
    return found && `import { ariaStrings } from ${JSON.stringify(ours)};\nexport default ariaStrings.${found[1]};`;
  },
};
