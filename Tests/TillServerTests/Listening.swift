// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle

/// Runs a listener for as long as a test takes.
enum Listening {
    struct Ended: Error {}

    /// Runs a service beside a test; `close` asks it to end as SIGTERM does and waits until it has.
    static func run(
        _ service: some Service, beside others: [any Service] = [], _ watch: LogWatch,
        _ test: (_ close: @escaping @Sendable () async -> Void) async throws -> Void
    ) async throws {
        let services = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: others + [service], logger: watch.logger))
        let (ended, ending) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer {
                    watch.end()
                    ending.finish()
                }
                try await services.run()
            }
            do {
                try await test {
                    await services.triggerGracefulShutdown()
                    for await _ in ended {}
                }
            } catch {
                await services.triggerGracefulShutdown()
                throw error
            }
            // Not cancelled: the HTTP server traps on connections that it had not come to yet.
            await services.triggerGracefulShutdown()
        }
    }

    /// Waits until a listener listens: on a socket's path, or else on a port of the system's choice.
    static func door(_ path: String?, _ watch: LogWatch) async throws -> Door {
        if let path {
            guard await watch.line(beginning: "the local API is open") != nil else { throw Ended() }
            return .socket(path)
        }
        let line = await watch.line(beginning: "Server started and listening on 127.0.0.1:")
        guard let port = line?.split(separator: ":").last.flatMap({ Int($0) }) else { throw Ended() }
        return .port(port)
    }
}
