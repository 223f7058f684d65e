// A WordPress as Debian delivers it, on loopback: PHP's own server, and a database in a folder of its own.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { accessSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { freePort } from '../../../src/cli/dev/port.ts'
import { until } from '../../support/patience.ts'

/** A post: its text as the editor saves it, and who writes it. Authors may not post unfiltered HTML. */
export interface Post {
  readonly content: string
  readonly role: 'administrator' | 'author'
}

export interface WordPress {
  readonly origin: string
  readonly version: string
  readonly theme: string
  /** Of the posts, in their order. */
  readonly addresses: readonly string[]
  close(): Promise<void>
}

const source = '/usr/share/wordpress'
const theme = `${source}/wp-content/themes/twentytwentythree`
const packages = 'wordpress wordpress-theme-twentytwentythree php-cli php-mysql mariadb-server'

/** What is missing on this machine, in words; null if everything is there. */
export function missingForWordPress(): string | null {
  const programs = ['php', 'mariadbd', 'mariadb-install-db'].filter((name) => !find(name))
  const folders = [`${source}/wp-load.php`, theme].filter((path) => !existsSync(path))
  const modules = find('php') ? spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout : 'mysqli'
  const lacks = [...programs, ...folders, ...(modules.includes('mysqli') ? [] : ['mysqli of PHP'])]
  return lacks.length === 0
    ? null
    : `${lacks.join(', ')} not found: apt-get install --no-install-recommends ${packages}`
}

/** Starts it with posts in it, which may embed what is served at that port of loopback. */
export async function startWordPress(
  posts: readonly Post[],
  servicePort: number,
): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-wordpress-'))
  const running: ChildProcess[] = []
  const close = async (): Promise<void> => {
    for (const child of running.toReversed()) await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const socket = join(folder, 'database.sock')
    running.push(await startDatabase(folder, socket))
    const port = await freePort(8_950)
    const origin = `http://127.0.0.1:${port}`
    const site = join(folder, 'site')
    const env = {
      PATH: process.env['PATH'] ?? '',
      PROOF_ORIGIN: origin,
      PROOF_DB_SOCKET: socket,
      PROOF_DB_USER: userInfo().username,
      PROOF_SERVICE_PORT: String(servicePort),
      // A page of WordPress may ask for another one while it is made.
      PHP_CLI_SERVER_WORKERS: '4',
    }
    copySite(site)
    const posted = [join(import.meta.dirname, 'posts.php')]
    await php(posted, { cwd: site, env, input: '' })
    const told = await php([...posted, '--installed'], {
      cwd: site,
      env,
      input: JSON.stringify(posts),
    })
    running.push(
      spawn('php', ['-S', `127.0.0.1:${port}`, '-t', site], { cwd: site, env, stdio: 'ignore' }),
    )
    await untilAnswers(origin)
    return { ...(JSON.parse(told) as Omit<WordPress, 'origin' | 'close'>), origin, close }
  } catch (error) {
    await close()
    throw error
  }
}

function copySite(site: string): void {
  // Links of Debian stay links, to files that only it changes.
  cpSync(source, site, { recursive: true, verbatimSymlinks: true })
  cpSync(join(import.meta.dirname, 'wp-config.php'), join(site, 'wp-config.php'))
  const plugins = join(site, 'wp-content/mu-plugins')
  mkdirSync(plugins)
  cpSync(join(import.meta.dirname, 'loopback.php'), join(plugins, 'loopback.php'))
}

async function startDatabase(folder: string, socket: string): Promise<ChildProcess> {
  const data = join(folder, 'database')
  const user = userInfo().username
  const made = spawnSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--user=${user}`,
      '--auth-root-authentication-method=socket',
      `--auth-root-socket-user=${user}`,
      '--skip-test-db',
    ],
    { encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`mariadb-install-db: ${made.stdout}${made.stderr}`)
  const child = spawn(
    'mariadbd',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--user=${user}`,
      `--pid-file=${join(folder, 'pid')}`,
      '--skip-networking',
    ],
    { stdio: 'ignore' },
  )
  await until('the database listens', () => existsSync(socket))
  const created = spawnSync(
    'mariadb',
    ['--no-defaults', `--socket=${socket}`, '--execute=CREATE DATABASE wordpress'],
    { encoding: 'utf8' },
  )
  if (created.status !== 0) throw new Error(`mariadb: ${created.stderr}`)
  return child
}

/** Runs a script in a folder and gives what it prints. */
async function php(
  words: readonly string[],
  { cwd, env, input }: { cwd: string; env: NodeJS.ProcessEnv; input: string },
): Promise<string> {
  const child = spawn('php', words, { cwd, env, stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(input)
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  const said = await text(child.stdout)
  if ((await closed) !== 0) throw new Error(`php ${words.join(' ')}: ${said}`)
  return said
}

async function untilAnswers(origin: string): Promise<void> {
  let answers = false
  const ask = async (): Promise<void> => {
    while (!answers)
      answers = await fetch(origin).then(
        ({ ok }) => ok,
        () => false,
      )
  }
  void ask()
  await until('WordPress answers', () => answers)
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

const find = (program: string): boolean =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'].some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
