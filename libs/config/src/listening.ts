import { z } from 'zod';

/** `true` or `false`. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Variables of every process that listens. */
export const listening = (port: number) => ({
  PORT: z.coerce.number().int().min(0).max(65535).default(port).describe('port of the HTTP server, 0 to 65535'),
  HAVEN_HOST: z.string().min(1).default('127.0.0.1').describe('address to listen on'),
  HAVEN_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn').describe('silent, error, warn, info or debug'),
  HAVEN_SHARE: z.coerce.number().min(10).max(1_000_000).default(2_000).describe('10 to 1000000: what one caller may cost a second'),
});

/** Where a process listens, and how much it logs. */
export interface Listening {
  /** TCP port; 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** The cost per second that one caller may cause; a minute's worth of it may come at once. */
  readonly sharePerSecond: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}
