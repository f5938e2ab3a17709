import { fileURLToPath } from 'node:url';
import { root } from './stamp.mjs';

const ours = fileURLToPath(new URL('src/i18n/aria-strings.ts', root));
/** Newer packages that the React Aria plugin does not cover yet. */
const otherLanguage = /\/react-(aria|stately)\/dist\/private\/intl\/\w+\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
const replaced = /\/react-aria\/dist\/private\/intl\/(combobox|overlays)\/en-US\.m?js$/;

/** Replaces React Aria's English texts with the console's own, and leaves out its other languages. */
export const ariaTexts = {
  name: 'haven:aria-texts',
  enforce: 'pre',
  load(id) {
    if (otherLanguage.test(id)) return 'export default undefined;';
    const found = replaced.exec(id);
    return found && `import { ariaStrings } from ${JSON.stringify(ours)};\nexport default ariaStrings.${found[1]};`;
  },
};
