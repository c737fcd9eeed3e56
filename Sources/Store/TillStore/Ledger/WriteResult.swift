// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Carries what a write made from inside its savepoint to after its COMMIT.
final class WriteResult<Value: Sendable>: Sendable {
    private let stored = Mutex<(Value, Set<Topic>)?>(nil)

    func set(_ value: Value, _ topics: Set<Topic>) { stored.withLock { $0 = (value, topics) } }

    func get() -> (Value, Set<Topic>)? { stored.withLock { $0 } }
}
