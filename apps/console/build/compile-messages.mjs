import { compileMessage } from '@lingui/message-utils/compileMessage';

/** Turns the ICU texts of a catalogue into what is quick to fill in, so that no parser is sent to the browser. */
export const compileMessages = {
  name: 'haven:compile-messages',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/messages\/[\w-]+\.json$/.test(id)) return null;
    const texts = Object.entries(JSON.parse(code));
    return { code: JSON.stringify(Object.fromEntries(texts.map(([key, text]) => [key, compileMessage(text)]))), map: null };
  },
};
