/** Where a model server answers, out of what a person typed. */
export interface ServerAddress {
  /** The chat endpoint, e.g. `http://localhost:11434/v1/chat/completions`. */
  readonly endpoint: string;
  /** Shown wherever something was sent, with the port. */
  readonly host: string;
  /** The permission to ask for. Match patterns have no ports in every browser. */
  readonly origin: string;
}

const CHAT = '/chat/completions';
/** The only hosts reached without TLS: what is sent to them never leaves the device. The pages' content policy names the same two. */
const ON_DEVICE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/**
 * Reads `localhost:11434`, `http://localhost:1234/v1` or a whole endpoint. null: no address, a name and password in it, or plain http to
 * another machine (text and key would be readable on the way). Query and fragment are left out.
 */
export function serverAddress(typed: string): ServerAddress | null {
  const trimmed = typed.trim();
  const bare = trimmed.split(/[/:]/)[0] ?? '';
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `${ON_DEVICE.has(bare) ? 'http' : 'https'}://${trimmed}`;
  if (trimmed === '' || !URL.canParse(whole)) return null;
  const { protocol, hostname, host, pathname, username, password } = new URL(whole);
  if (username !== '' || password !== '' || hostname === '' || hostname.includes('*')) return null;
  if (protocol !== 'https:' && !(protocol === 'http:' && ON_DEVICE.has(hostname))) return null;
  const path = pathname.replace(/\/+$/, '');
  const end = path.endsWith(CHAT) ? path : `${path === '' ? '/v1' : path}${CHAT}`;
  return { endpoint: `${protocol}//${host}${end}`, host, origin: `${protocol}//${hostname}/*` };
}
