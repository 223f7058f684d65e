// Fixtures of stored forms (test/fixtures/stored-*): their types, and a store restored from them
// inside workerd. Imports nothing from src/, so that no later form creeps into an older one.
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

/** A value of KV, byte for byte. */
export interface StoredValue {
  readonly key: string
  readonly value: string
  readonly metadata: unknown
}

/**
 * A value in SQLite, or a reference to a part of a KV value with the same text, stored only once.
 */
export type Cell = string | number | null | { readonly copy: string; readonly part: string }

/** A Durable Object: its tables as SQLite has them. */
export interface StoredObject {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly alarm: number | null
  readonly tables: readonly {
    readonly name: string
    readonly sql: string
    readonly rows: readonly Readonly<Record<string, Cell>>[]
  }[]
}

export interface Stored {
  readonly values: readonly StoredValue[]
  readonly publishers: readonly StoredObject[]
  readonly registry: StoredObject
}

/** The text of a part of the edition's copy under that key. */
export function partOf(values: readonly StoredValue[], copy: string, part: string): string | null {
  const { value = '' } = values.find(({ key }) => key === copy) ?? {}
  const content = value.slice(value.indexOf('\n') + 1)
  const parts = content === '' ? {} : (JSON.parse(content) as Record<string, unknown>)
  return part in parts ? JSON.stringify(parts[part]) : null
}

export const textOf = (values: readonly StoredValue[], cell: Cell | undefined) =>
  typeof cell === 'object' && cell !== null ? partOf(values, cell.copy, cell.part) : (cell ?? null)

/** Replaces the store of workerd by that of the fixtures, and restarts the objects over it. */
export async function restoreStore({ values, publishers, registry }: Stored): Promise<void> {
  for (const { key, value, metadata } of values) await env.TIMELINES.put(key, value, { metadata })
  for (const object of publishers) {
    await restoreObject(env.PUBLISHER.getByName(object.name), object, values)
  }
  await restoreObject(env.REGISTRY.getByName(registry.name), registry, values)
}

async function restoreObject(
  stub: DurableObjectStub,
  { alarm, tables }: StoredObject,
  values: readonly StoredValue[],
): Promise<void> {
  await runInDurableObject(stub, async (_: unknown, { storage }) => {
    await storage.deleteAll()
    for (const { name, sql, rows } of tables) {
      storage.sql.exec(sql)
      for (const row of rows) {
        const cells = Object.values(row).map((cell) => textOf(values, cell))
        storage.sql.exec(`INSERT INTO ${name} VALUES (${cells.map(() => '?').join()})`, ...cells)
      }
    }
    if (alarm !== null) await storage.setAlarm(alarm)
  })
  await evictDurableObject(stub)
}
