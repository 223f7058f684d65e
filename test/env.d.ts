// The bindings that tests inside workerd see.
declare namespace Cloudflare {
  interface Env {
    TIMELINES: KVNamespace
    PUBLISHER: DurableObjectNamespace<import('../src/store/publisher.ts').Publisher>
    REGISTRY: DurableObjectNamespace<import('../src/store/registry.ts').Registry>
  }
  interface GlobalProps {
    mainModule: typeof import('../src/worker.ts')
  }
}
