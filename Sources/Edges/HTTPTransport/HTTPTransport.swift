// SPDX-License-Identifier: Apache-2.0
import CCurl
import Glibc
import Synchronization

/// Sends HTTP requests from one thread of its own and says exactly whether a failed one may have arrived.
///
/// TLS is always verified, redirects are not followed, and a request that is not a query is written once at most.
package final class HTTPTransport: Sendable {
    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let inbox = TransportInbox()
    private let thread: Mutex<pthread_t?>

    /// Starts the thread.
    ///
    /// - Throws: ``TransportError/badRequest(_:)`` for settings that cannot work, ``TransportError/notSent(_:)``
    ///   when the system has no thread or memory left.
    package init(tls: TLSSettings = .system) throws {
        try tls.check()
        guard Self.isLibraryReady, let loop = TransportLoop(inbox, tls) else {
            throw TransportError.notSent("libcurl does not start")
        }
        var started = pthread_t()
        let context = Unmanaged.passRetained(loop)
        let code = pthread_create(&started, nil, runLoop, context.toOpaque())
        guard code == 0 else {
            context.release()
            throw TransportError.notSent("no thread can be started (error \(code))")
        }
        thread = Mutex(started)
    }

    deinit {
        stop()
    }

    /// Sends a request and waits for the whole answer, whatever its status.
    ///
    /// - Throws: ``TransportError``; a cancelled caller gets ``TransportError/notSent(_:)`` or
    ///   ``TransportError/noAnswer(_:)``, as it is.
    package func send(_ request: TransportRequest) async throws(TransportError) -> TransportAnswer {
        let plan = try RequestPlan(request)
        let id = inbox.reserve()
        let inbox = inbox
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { reply in
                inbox.submit(TransportJob(id: id, plan: plan, reply: reply))
            }
        } onCancel: {
            inbox.end(id)
        }
        inbox.forget(id)
        return try result.get()
    }

    /// Ends every exchange with an error, and the thread; later requests get ``TransportError/stopped``.
    package func stop() {
        inbox.stop()
        let started = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        if let started { pthread_join(started, nil) }
    }
}

private func runLoop(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<TransportLoop>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
