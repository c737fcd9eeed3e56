// SPDX-License-Identifier: Apache-2.0

/// All trials of one printer on one cable with one kind of slip and one fault.
package struct PaperMatrix: Sendable {
    /// Names a cell.
    package struct Cell: Sendable {
        /// What the printer is.
        package let model: PaperModel
        /// What lies between.
        package let cable: PaperCable
        /// What is printed.
        package let kind: PaperSlip.Kind
        /// What goes wrong.
        package let fault: PaperFault

        /// Names a cell.
        package init(model: PaperModel, cable: PaperCable, kind: PaperSlip.Kind, fault: PaperFault) {
            self.model = model
            self.cable = cable
            self.kind = kind
            self.fault = fault
        }

        /// The cell in words.
        package var name: String { "\(model.name), \(cable.rawValue), \(kind.rawValue), \(fault.rawValue)" }

        /// Plays the fault at every so-manieth byte, from the first that leaves the till to the last.
        package func play(every step: Int, from first: Int = 0, driver: PaperDriverKind = .ours) async throws
            -> PaperTally
        {
            let trial = try PaperTrial(model, cable, kind, driver: driver)
            let length = await trial.length()
            var tally = PaperTally()
            for byte in stride(from: first, to: length, by: max(step, 1)) {
                tally.add(await trial.play(fault, at: byte), at: byte, in: self)
                // This one does not depend on the byte.
                if fault == .killedAfterAnswer { break }
            }
            return tally
        }
    }

    /// Every cell there is.
    package static let cells: [Cell] = PaperModel.all.flatMap { model in
        PaperCable.allCases.flatMap { cable in
            PaperSlip.Kind.allCases.flatMap { kind in
                PaperFault.allCases.map { Cell(model: model, cable: cable, kind: kind, fault: $0) }
            }
        }
    }
}
