// SPDX-License-Identifier: Apache-2.0
import CCurl
import Glibc

/// Runs libcurl's multi interface. Everything in it happens on the one thread that calls ``run()``.
final class TransportLoop {
    /// The longest sleep without any event, in milliseconds.
    private static let sleep: Int32 = 60_000
    /// The most connections that are kept for queries.
    private static let mostIdle = 8

    private let inbox: TransportInbox
    private let tls: TLSSettings
    private let multi: UnsafeMutableRawPointer
    private var running: [UnsafeMutableRawPointer: (exchange: Exchange, job: TransportJob)] = [:]

    /// Makes a loop; nil when libcurl has no memory left.
    init?(_ inbox: TransportInbox, _ tls: TLSSettings) {
        guard let multi = curl_multi_init() else { return nil }
        ccurl_multi_set_number(multi, CURLMOPT_MAXCONNECTS, Self.mostIdle)
        self.multi = multi
        self.inbox = inbox
        self.tls = tls
    }

    deinit {
        curl_multi_cleanup(multi)
    }

    /// Works until the inbox says stop, and leaves no job without a result.
    func run() {
        Self.blockSignals()
        inbox.attach(TransportWaker(multi))
        defer { inbox.attach(nil) }
        while true {
            let post = inbox.collect()
            for job in post.jobs { start(job) }
            for id in post.ended { end(id, TransportInbox.cancelled) }
            if post.isStopping { break }
            var count: Int32 = 0
            if curl_multi_perform(multi, &count) != CURLM_OK { endAll { $0.failure("libcurl failed") } }
            finishDone()
            curl_multi_poll(multi, nil, 0, Self.sleep, nil)
        }
        endAll { exchange in
            let error = exchange.failure("the transport was stopped")
            if case .notSent = error { return .stopped }
            return error
        }
    }

    private func start(_ job: TransportJob) {
        guard let exchange = Exchange(job.plan) else {
            return job.reply.resume(returning: .failure(.notSent("out of memory")))
        }
        do throws(TransportError) {
            try exchange.prepare(tls)
        } catch {
            return job.reply.resume(returning: .failure(error))
        }
        guard curl_multi_add_handle(multi, exchange.easy) == CURLM_OK else {
            return job.reply.resume(returning: .failure(.notSent("libcurl takes no further transfer")))
        }
        running[exchange.easy] = (exchange, job)
    }

    private func finishDone() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
                let (exchange, job) = running.removeValue(forKey: easy)
            else { continue }
            // The message dies with its handle, so that its code is read first.
            let code = message.pointee.data.result
            curl_multi_remove_handle(multi, easy)
            job.reply.resume(returning: exchange.result(code))
        }
    }

    private func end(_ id: UInt64, _ why: String) {
        guard let (exchange, job) = running.values.first(where: { $0.job.id == id }) else { return }
        running[exchange.easy] = nil
        curl_multi_remove_handle(multi, exchange.easy)
        job.reply.resume(returning: .failure(exchange.failure(why)))
    }

    private func endAll(_ error: (Exchange) -> TransportError) {
        for (exchange, job) in running.values {
            curl_multi_remove_handle(multi, exchange.easy)
            job.reply.resume(returning: .failure(error(exchange)))
        }
        running = [:]
    }

    /// OpenSSL writes without MSG_NOSIGNAL: SIGPIPE has to be blocked here, and all other signals go to other threads.
    private static func blockSignals() {
        var signals = sigset_t()
        sigfillset(&signals)
        for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT] { sigdelset(&signals, fault) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
