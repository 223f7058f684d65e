// The log of uploaded segments in memory: for simulation, and as the reference for the one in SQLite.
import type {
  LeasedSegment,
  LeaseMaterial,
  NotedPart,
  SegmentLog,
} from '../../src/store/publish/segment-log.ts'

export function createMemorySegments(): SegmentLog {
  const segments = new Map<number, LeasedSegment>()
  const materials = new Map<number, LeaseMaterial>()
  const parts = new Map<number, Map<string, NotedPart>>()
  let last = 0
  return {
    segments: () => [...segments.values()],
    nextSerial: () => last + 1,
    addSegment(segment, material) {
      last = segment.serial
      segments.set(segment.serial, segment)
      materials.set(segment.serial, structuredClone(material))
    },
    noteSegment: (segment) => void segments.set(segment.serial, segment),
    material: (serial) => materials.get(serial) ?? null,
    uploaded: (serial) => [...(parts.get(serial)?.values() ?? [])],
    uploadedOf: (serial, names) => names.flatMap((name) => parts.get(serial)?.get(name) ?? []),
    uploadedSize(serial) {
      const own = [...(parts.get(serial)?.values() ?? [])]
      return { parts: own.length, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) }
    },
    notePart(serial, part) {
      const own = parts.get(serial) ?? new Map<string, NotedPart>()
      parts.set(serial, own.set(part.part, part))
    },
    dropPart: (serial, part) => void parts.get(serial)?.delete(part),
    dropSegment(serial) {
      segments.delete(serial)
      materials.delete(serial)
      parts.delete(serial)
    },
  }
}
