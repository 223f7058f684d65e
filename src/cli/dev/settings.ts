// What `npm start` is told by arguments and environment. Reads neither itself.
import { parseArgs } from 'node:util'
import { bearerTokenForm, isBearerToken } from '../../http/token.ts'
import { failed, ok, type Result } from '../../domain/result.ts'

export interface Settings {
  readonly port: number
  /** Absent where none is given. */
  readonly token?: string
  /** Forget the local state first. */
  readonly fresh: boolean
  readonly help: boolean
}

export const usage = `Usage: npm start [-- options]

  --port <number>  where to listen; otherwise PORT, otherwise 8787; 0 takes any free port
  --fresh          forget the local state first and publish everything again
  --help           show this

PUBLISH_TOKEN sets the token of the local service; otherwise one is made once and kept in .jishi/token.`

export function readSettings(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Result<Settings, string> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    // An empty PORT is an unset one.
    const given = env['PORT'] === '' ? undefined : env['PORT']
    const port = portNumber(values.port ?? given ?? '8787')
    if (port === null) return failed('The port must be a whole number from 0 to 65535.')
    const token = env['PUBLISH_TOKEN']?.trim() ?? ''
    if (token !== '' && !isBearerToken(token))
      return failed(`PUBLISH_TOKEN must be ${bearerTokenForm}.`)
    return ok({
      port,
      ...(token === '' ? {} : { token }),
      fresh: values.fresh,
      help: values.help,
    })
  } catch (error) {
    if (error instanceof TypeError) return failed(error.message)
    throw error
  }
}

function portNumber(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65_535 ? port : null
}
