/** A browser as far as signing in goes: it keeps cookies for each host, and follows no redirect unless told to. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** Sends a request. A form goes as a page's form would. */
  async send(
    url: string,
    form?: Readonly<Record<string, string>>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const { host } = new URL(url);
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: {
        ...(jar.size > 0 && { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...headers,
      },
      ...(form !== undefined && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) keep(jar, cookie);
    return response;
  }

  /** What this browser holds for a host, by name. */
  cookiesOf(url: string): ReadonlyMap<string, string> {
    return this.cookies.get(new URL(url).host) ?? new Map<string, string>();
  }

  /** Goes on with what another browser holds for a host. */
  takeOver(url: string, cookies: ReadonlyMap<string, string>): void {
    this.cookies.set(new URL(url).host, new Map(cookies));
  }
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
  if (value === '' || /expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name);
  else jar.set(name, value);
}
