// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Keeps what comes on a connection before somebody takes it, and closes the connection when its server ends.
///
/// Nothing is read until then, but for one case: who sends a request and ends his side at once is read to that end by the event loop,
/// whether anybody reads or not. What came would fall out of the pipeline, and the request had no answer.
final class EarlyArrivals: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    /// The most that is kept, in bytes: more than a request may have.
    static let bytesMax = 262_144

    /// Whether the other side sends nothing more.
    private(set) var isOver = false
    private var kept: [NIOAny] = []
    private var bytes = 0
    private var context: ChannelHandlerContext?

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += unwrapInboundIn(data).readableBytes
        guard bytes <= Self.bytesMax else { return context.close(promise: nil) }
        kept.append(data)
    }

    // It follows what is handed on.
    func channelReadComplete(context: ChannelHandlerContext) {}

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: context.close(promise: nil)
        case ChannelEvent.inputClosed: isOver = true
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    /// Hands on to who reads now what came before; called on the connection's event loop, once.
    func handOn() {
        guard let context else { return }
        for data in kept { context.fireChannelRead(data) }
        if !kept.isEmpty { context.fireChannelReadComplete() }
        kept = []
        if isOver { context.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }
    }
}
