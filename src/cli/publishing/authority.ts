// Whose the permanent identifiers of a timeline will be: its first edition decides for ever.

/** Domains that nobody can hold (RFC 6761, 6.2 to 6.5, and RFC 2606, 3). */
const reserved = /(?:^|\.)(?:example|example\.(?:com|net|org)|test|invalid|localhost)$/

/**
 * `nobody`: the domain is reserved for examples. `other`: it may be somebody's, but is not that of the
 * service. Null if it is, or if the service is on this machine.
 * @example doubtOf('jishi.example', 'https://timelines.town.cn') → 'nobody'
 */
export function doubtOf(domain: string, origin: string): 'nobody' | 'other' | null {
  const { hostname, protocol } = new URL(origin)
  // Only a service on this machine is reached without TLS.
  if (protocol === 'http:') return null
  if (reserved.test(domain)) return 'nobody'
  return `.${hostname}`.endsWith(`.${domain}`) ? null : 'other'
}
