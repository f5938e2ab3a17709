import { z } from 'zod';

const ownMachine = /^(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+\.localhost)$/;

/** Address at which browsers reach a process. Without TLS only on this machine, because passwords pass the network. */
export const publicUrl = z
  .string()
  .transform((text) => text.replace(/\/$/, ''))
  .refine(isPublicUrl)
  .optional()
  .describe('address that browsers use, without a path, like https://haven.example.org (http only for localhost)');

function isPublicUrl(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.origin !== text) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && ownMachine.test(url.hostname));
}
