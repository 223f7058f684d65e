// Workers KV as plain workerd asks for it: GET, PUT and DELETE of http://host/key, in memory.
const values = new Map()

export default {
  async fetch(request) {
    const key = new URL(request.url).pathname
    switch (request.method) {
      case 'PUT':
        values.set(key, {
          text: await request.text(),
          metadata: request.headers.get('CF-KV-Metadata'),
        })
        return new Response()
      case 'DELETE':
        values.delete(key)
        return new Response()
      default: {
        const found = values.get(key)
        if (found === undefined) return new Response(null, { status: 404 })
        const headers = found.metadata === null ? {} : { 'CF-KV-Metadata': found.metadata }
        return new Response(found.text, { headers })
      }
    }
  },
}
