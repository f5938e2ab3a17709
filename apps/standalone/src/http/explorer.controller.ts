import { readFile } from 'node:fs/promises';
import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '@haven/security';

const page = new URL('../../explorer/', import.meta.url);
const security =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page where a person can try queries; it comes from this process alone. */
@Controller()
export class ExplorerController {
  @Get('explorer')
  @Public('Static text; every query that it sends needs a token.')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', security)
  html(): Promise<string> {
    return readFile(new URL('index.html', page), 'utf8');
  }

  @Get('explorer.js')
  @Public('Static text.')
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(): Promise<string> {
    return readFile(new URL('explorer.js', page), 'utf8');
  }

  @Get('explorer.css')
  @Public('Static text.')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): Promise<string> {
    return readFile(new URL('explorer.css', page), 'utf8');
  }
}
