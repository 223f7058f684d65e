// Starts the viewer of the API reference in the browser, without requests to third parties.
globalThis.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  presets: [globalThis.SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
  // Would send the contract's address to validator.swagger.io.
  validatorUrl: null,
  // Would let an address in the query string replace the contract.
  queryConfigEnabled: false,
})
