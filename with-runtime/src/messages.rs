//! What the compiler's messages call our types. Of what is public and not hidden they say the name
//! alone, not the path.

#[allow(missing_docs, reason = "hidden from the documentation")]
pub mod names {
    pub use crate::private::classify::Classify as KnownError;
    pub use crate::private::entered::Certain as CertainlyEntered;
    pub use crate::private::evaluate::{
        FailAs as ConvertsInto, Failure as FailureOf, Is as VerdictIs, MayHave as MayHaveValue,
        ResumeAs as LeavesValue,
    };
    pub use crate::private::lookup::{
        AsyncLookup as IsAsyncContextManager, Known as KnownVerdict, Lookup as IsContextManager,
    };
    pub use crate::private::probes::Returned as ReturnedError;
    pub use crate::private::question_mark::QuestionMark as HasQuestionMark;
    pub use crate::private::raised::{
        Opaque as OfNoKnownTrait, Raised, SendRaised as SendException,
    };
    pub use crate::private::result_like::ResultLike as KnownValue;
}
