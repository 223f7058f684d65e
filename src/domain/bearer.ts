// What can be a token of a publisher: the b64token of RFC 6750, 2.1, up to a length.

export const bearerTokenForm = 'at most 200 letters, digits and -._~+/ of ASCII, then perhaps ='

export const isBearerToken = (text: string): boolean => /^[\w.~+/-]{1,200}={0,2}$/.test(text)
