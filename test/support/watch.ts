// What sees every response that tests get from the service. Nothing, unless a project sets it
// (check-traffic.ts): fuzz and benchmarks use the same service.

export const watch: { response(request: Request, response: Response): Promise<void> } = {
  response: async () => undefined,
}
