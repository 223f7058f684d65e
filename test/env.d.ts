// The bindings that tests inside workerd see.
declare namespace Cloudflare {
  interface Env {
    TIMELINES: KVNamespace
    PUBLISHER: DurableObjectNamespace<
      import('../src/host/cloudflare/publisher-object.ts').PublisherObject
    >
    REGISTRY: DurableObjectNamespace<import('../src/host/cloudflare/registry-object.ts').Registry>
  }
  interface GlobalProps {
    mainModule: typeof import('../src/host/cloudflare/worker.ts')
  }
}
