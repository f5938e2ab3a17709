import { compileMessage } from '@lingui/message-utils/compileMessage';

/** Compiles the ICU texts of a catalogue, so that the browser needs no parser. */
export const compileMessages = {
  name: 'haven:compile-messages',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/messages\/[\w-]+\.json$/.test(id)) return null;
    const texts = Object.entries(JSON.parse(code));
    return { code: JSON.stringify(Object.fromEntries(texts.map(([key, text]) => [key, compileMessage(text)]))), map: null };
  },
};
