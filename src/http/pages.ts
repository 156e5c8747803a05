import type { Bindings } from '../env.ts';

/** Whether a browser asks for a page to look at, rather than a program for an answer. */
export const wantsPage = (request: Request) =>
  ['GET', 'HEAD'].includes(request.method) && (request.headers.get('Accept') ?? '').includes('text/html');

/** A built page or one of its files, from the assets. */
export async function page(request: Request, path: string, assets: Bindings['ASSETS']): Promise<Response> {
  const response = await assets.fetch(new Request(new URL(path, request.url), request));
  const headers = new Headers(response.headers);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'same-origin');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
