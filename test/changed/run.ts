// Runs the tests that a change can reach: what was committed since the branch left main, and what is
// not committed yet. Usage: npm run test:changed [-- <commit>] [-- <options of vitest>]
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createReach } from './reached.ts'

const root = join(import.meta.dirname, '../..')

function git(...argv: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', argv, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout : undefined
}

const paths = (text = ''): string[] => text.split('\0').filter((path) => path !== '')

/** The last commit shared with main; on main itself, with the main that was fetched. */
function findBase(): string {
  const head = git('rev-parse', 'HEAD')?.trim() ?? ''
  const shared = ['main', 'origin/main'].map((name) => git('merge-base', name, 'HEAD')?.trim())
  return shared.find((commit) => commit !== undefined && commit !== head) ?? head
}

/** May name other files. */
const isCode = (path: string): boolean => /\.(?:ts|toml)$/.test(path)

const given = process.argv.slice(2)
const named = given[0]?.startsWith('-') === false ? given[0] : undefined
const base = named ?? findBase()
const committed = git('diff', '--name-only', '--no-renames', '-z', base, '--')
if (committed === undefined) throw new Error(`git knows no commit ${base}`)
const untracked = paths(git('ls-files', '--others', '--exclude-standard', '-z'))
const changed = new Set([...paths(committed), ...untracked])
const files = new Map(
  [...paths(git('ls-files', '-z')), ...untracked]
    .filter((path) => isCode(path) && existsSync(join(root, path)))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
)

const tests = createReach(files)(changed)
const since = git('log', '-1', '--format=%h %s', base)?.trim()
console.log(`${changed.size} changed files since ${since}: ${tests.length} test files`)
if (tests.length > 0) {
  const options = given.slice(named === undefined ? 0 : 1)
  const run = (command: string, argv: readonly string[]): number =>
    spawnSync(command, argv, { cwd: root, stdio: 'inherit' }).status ?? 1
  process.exitCode =
    run('npm', ['run', '--silent', 'build']) || run('vitest', ['run', ...tests, ...options])
}
