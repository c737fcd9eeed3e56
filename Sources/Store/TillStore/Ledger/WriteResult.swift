// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Carries what a write made from inside its savepoint to after its COMMIT.
final class WriteResult<Value: Sendable>: Sendable {
    private let stored = Mutex<(Value, Set<Topic>, RowEnd?)?>(nil)

    func set(_ value: Value, _ topics: Set<Topic>, _ head: RowEnd?) {
        stored.withLock { $0 = (value, topics, head) }
    }

    func get() -> (Value, Set<Topic>, RowEnd?)? { stored.withLock { $0 } }
}
