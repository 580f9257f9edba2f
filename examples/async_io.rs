//! Async context managers on real async I/O: a lock, a limit, and a connection that says goodbye.
//!
//! `cargo run --example async_io`

use std::error::Error;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{AcquireError, Mutex, MutexGuard, Semaphore, SemaphorePermit};
use with_runtime::{AsyncContextManager, SendException, async_with};

/// A tokio `Mutex`, locked for the block.
struct Locked<'m, T>(&'m Mutex<T>);

impl<T> AsyncContextManager for Locked<'_, T> {
    type Value<'a>
        = MutexGuard<'a, T>
    where
        Self: 'a;
    type Exit = ();

    async fn aenter(&mut self) -> MutexGuard<'_, T> {
        self.0.lock().await
    }

    /// The guard was lent to the block, and is gone.
    async fn aexit(&mut self, _: Option<SendException<'_>>) {}
}

/// One of the permits of a tokio `Semaphore`.
struct Permitted<'s>(&'s Semaphore);

impl AsyncContextManager for Permitted<'_> {
    type Value<'a>
        = Result<SemaphorePermit<'a>, AcquireError>
    where
        Self: 'a;
    type Exit = ();

    async fn aenter(&mut self) -> Result<SemaphorePermit<'_>, AcquireError> {
        self.0.acquire().await
    }

    async fn aexit(&mut self, _: Option<SendException<'_>>) {}
}

/// A connection that says goodbye, and why it goes if it has to.
struct Connection {
    address: SocketAddr,
    stream: Option<BufReader<TcpStream>>,
}

impl Connection {
    fn to(address: SocketAddr) -> Self {
        Connection {
            address,
            stream: None,
        }
    }
}

impl AsyncContextManager for Connection {
    type Value<'a> = io::Result<&'a mut BufReader<TcpStream>>;
    type Exit = io::Result<()>;

    async fn aenter(&mut self) -> io::Result<&mut BufReader<TcpStream>> {
        let stream = TcpStream::connect(self.address).await?;
        Ok(self.stream.insert(BufReader::new(stream)))
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> io::Result<()> {
        let Some(mut stream) = self.stream.take() else {
            return Ok(());
        };
        match &exc {
            Some(exc) => {
                let farewell = format!("sorry: {exc}\n");
                stream.write_all(farewell.as_bytes()).await?;
            }
            None => stream.write_all(b"bye\n").await?,
        }
        stream.shutdown().await
    }
}

/// Asks for a number to be doubled.
async fn ask(address: SocketAddr, number: &str) -> Result<u32, Box<dyn Error + Send + Sync>> {
    let answer = async_with!(Connection::to(address) as stream? => {
        stream.write_all(format!("{number}\n").as_bytes()).await?;
        let mut answer = String::new();
        stream.read_line(&mut answer).await?;
        answer.trim().parse::<u32>()?
    })?;
    Ok(answer)
}

/// Answers one connection, and keeps what was said on it.
async fn serve(
    stream: TcpStream,
    limit: &Semaphore,
    said: &Mutex<Vec<String>>,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    async_with!(Permitted(limit) as _permit? => {
        let mut stream = BufReader::new(stream);
        let mut line = String::new();
        while stream.read_line(&mut line).await? > 0 {
            let text = line.trim().to_owned();
            match text.parse::<u32>() {
                Ok(number) => stream.write_all(format!("{}\n", number * 2).as_bytes()).await?,
                Err(_) if text.contains(char::is_whitespace) || text == "bye" => {}
                Err(_) => stream.write_all(b"?\n").await?,
            }
            async_with!(Locked(said) as mut said => { said.push(text) });
            line.clear();
        }
    });
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let said = Arc::new(Mutex::new(Vec::new()));
    let server = tokio::spawn({
        let said = Arc::clone(&said);
        async move {
            let limit = Semaphore::new(1);
            for _ in 0..2 {
                let (stream, _) = listener.accept().await?;
                serve(stream, &limit, &said).await?;
            }
            Ok::<(), Box<dyn Error + Send + Sync>>(())
        }
    });

    println!("21 doubled:    {:?}", ask(address, "21").await);
    println!(
        "seven doubled: {:?}",
        ask(address, "seven")
            .await
            .map_err(|error| error.to_string())
    );
    server.await??;
    println!("said:          {:?}", said.lock().await);
    assert_eq!(
        *said.lock().await,
        ["21", "bye", "seven", "sorry: invalid digit found in string"]
    );
    Ok(())
}
